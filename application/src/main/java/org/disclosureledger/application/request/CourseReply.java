package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/** The steps that a request has taken, as the API tells them. */
@Schema(description = "办理经过")
@WithoutNulls
public record CourseReply(
        List<CorrectionState> corrections,
        @Nullable ExtensionState extension,
        List<ConsultationState> consultations,
        List<FeeState> fees,
        @Nullable ReasonsState reasons,
        @Nullable LaterDateState laterDate,
        List<AnswerState> answers,
        @Schema(description = "等待重新答复的重新办理") @Nullable ReopeningState reopening) {

    @Schema(description = "补正")
    @WithoutNulls
    public record CorrectionState(
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate correctionDueOn,
            @Nullable LocalDate receivedOn) {}

    @Schema(description = "延期")
    public record ExtensionState(
            LocalDate notifiedOn,
            @Schema(description = "工作日数") int days) {}

    @Schema(description = "征求意见")
    @WithoutNulls
    public record ConsultationState(
            @Schema(description = "本件的第几次") int number,
            @Schema(description = "true 为第三方，false 为其他机关") boolean thirdParty,
            @Nullable LocalDate consultedOn,
            @Nullable LocalDate respondedOn,
            @Nullable Opinion opinion) {}

    @Schema(description = "信息处理费")
    @WithoutNulls
    public record FeeState(
            @Nullable LocalDate notifiedOn,
            @Schema(description = "元") @Nullable BigDecimal fee,
            @Nullable LocalDate paidOn) {}

    @Schema(description = "说明理由")
    @WithoutNulls
    public record ReasonsState(
            LocalDate requestedOn,
            @Nullable LocalDate givenOn,
            @Nullable Boolean reasonable) {}

    @Schema(description = "延迟答复的合理期限")
    public record LaterDateState(LocalDate fixedOn, LocalDate answerDueOn) {}

    @Schema(description = "答复")
    @WithoutNulls
    public record AnswerState(
            LocalDate decidedOn, Outcome outcome, @Nullable LocalDate deliveredOn) {}

    @Schema(description = "重新办理")
    @WithoutNulls
    public record ReopeningState(
            LocalDate reopenedOn, @Nullable LocalDate answerDueOn) {}

    static CourseReply of(Course course) {
        Course.Extension extension = course.extension();
        Course.Reasons reasons = course.reasons();
        Course.LaterDate later = course.laterDate();
        Course.Reopening reopening = course.reopening();
        return new CourseReply(
                course.corrections().stream()
                        .map(c -> new CorrectionState(c.requestedOn(), c.dueOn(), c.receivedOn()))
                        .toList(),
                extension == null ? null : new ExtensionState(extension.notifiedOn(), extension.days()),
                course.consultations().stream()
                        .map(c -> new ConsultationState(
                                c.number(), c.thirdParty(), c.consultedOn(), c.respondedOn(), c.opinion()))
                        .toList(),
                course.fees().stream()
                        .map(f -> new FeeState(f.notifiedOn(), f.amount(), f.paidOn()))
                        .toList(),
                reasons == null
                        ? null
                        : new ReasonsState(reasons.requestedOn(), reasons.givenOn(), reasons.reasonable()),
                later == null ? null : new LaterDateState(later.fixedOn(), later.answerDueOn()),
                course.answers().stream()
                        .map(a -> new AnswerState(a.decidedOn(), a.outcome(), a.deliveredOn()))
                        .toList(),
                reopening == null ? null : new ReopeningState(reopening.reopenedOn(), reopening.answerDueOn()));
    }
}
