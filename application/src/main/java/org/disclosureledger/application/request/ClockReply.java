package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.domain.request.AnswerClock;
import org.jspecify.annotations.Nullable;

/** The clock of a request and why it says what it says, as the API tells it. */
@Schema(description = "答复期限：由办理经过和节假日安排推算，不另外登记")
@WithoutNulls
public record ClockReply(
        @Schema(description = "running、awaitingCorrection、awaitingPayment 或 laterDate", example = "running")
        String phase,

        @Schema(description = "同上，中文") String phaseLabel,
        @Schema(description = "自这一天的次日起算") LocalDate start,

        @Schema(description = "答复的最后一天；等待申请人补正或者缴费时没有") @Nullable LocalDate dueOn,

        @Schema(description = "算到了放假安排尚未公布的年度，暂按星期推定") boolean provisional,

        @Schema(description = "answered、waiting、running、soon、today 或 overdue", example = "running")
        String light,

        @Schema(description = "一句话", example = "还有 8 个工作日") String words,

        @Schema(description = "今天以后到最后一天的工作日数，超期为负数") @Nullable Integer workingDaysLeft,

        @Schema(description = "为什么是这一天：各个步骤的作用") List<CauseState> causes,
        @Schema(description = "逐日怎样计算；等待申请人、另定日期时为空") List<DayState> days) {

    @Schema(description = "一个步骤对期限的作用")
    public record CauseState(
            LocalDate on,

            @Schema(description = "作用的名称，不变", example = "RECEIVED")
            String effect,

            @Schema(description = "说明") String sentence,
            @Schema(description = "依据的条文") String ground) {}

    @Schema(description = "期限中的一天")
    public record DayState(
            LocalDate day,

            @Schema(description = "counted、rest 或 consultation", example = "counted")
            String treatment,

            @Schema(description = "第几个工作日，不计算的为 0") int number,
            @Schema(description = "为什么计算或者不计算") String why) {}

    static ClockReply of(CaseClock clock) {
        AnswerClock answer = clock.clock();
        return new ClockReply(
                phase(answer.phase()),
                answer.phase().label(),
                answer.start(),
                answer.lastDay(),
                answer.provisional(),
                clock.light().id(),
                clock.words(),
                clock.workingDaysLeft(),
                answer.causes().stream()
                        .map(c -> new CauseState(c.on(), c.effect().name(), c.sentence(), c.ground()))
                        .toList(),
                clock.days().stream()
                        .map(d -> new DayState(d.day(), treatment(d.treatment()), d.number(), d.why()))
                        .toList());
    }

    static String phase(AnswerClock.Phase phase) {
        return switch (phase) {
            case RUNNING -> "running";
            case AWAITING_CORRECTION -> "awaitingCorrection";
            case AWAITING_PAYMENT -> "awaitingPayment";
            case LATER_DATE -> "laterDate";
        };
    }

    private static String treatment(AnswerClock.Treatment treatment) {
        return switch (treatment) {
            case COUNTED -> "counted";
            case REST -> "rest";
            case CONSULTATION -> "consultation";
        };
    }
}
