package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.AnswerClock;
import org.disclosureledger.domain.request.Course;
import org.jspecify.annotations.Nullable;

/**
 * Other days that follow from the steps of a case.
 *
 * @param correctionNotice art. 30: last day for telling what to correct
 * @param correctionDueOn last day of the period for a correction that is waited for
 * @param paymentDueOn 国办函〔2020〕109号 art. 6: last day for a payment that is waited for
 */
@Schema(description = "由办理经过推算的其他日期")
@WithoutNulls
public record DerivedDates(
        @Schema(description = "告知补正的最后一天（第三十条）") LocalDate correctionNotice,
        @Schema(description = "正在等待的补正的最后一天") @Nullable LocalDate correctionDueOn,
        @Schema(description = "正在等待的意见") List<Silence> silences,
        @Schema(description = "正在等待的缴费的最后一天") @Nullable LocalDate paymentDueOn) {

    /** Art. 32, 34: the last day for an opinion that is waited for. */
    @Schema(description = "正在等待的意见的最后一天")
    public record Silence(int consultation, boolean thirdParty, LocalDate consultedOn, LocalDate lastDay) {}

    static DerivedDates of(CaseFile file, WorkingDays workingDays) {
        Course course = file.course();
        Course.Correction correction = course.openCorrection();
        Course.Fee fee = course.openFee();
        LocalDate notifiedOn = fee == null ? null : fee.notifiedOn();
        List<Silence> silences = new ArrayList<>();
        for (Course.Consultation open : course.openConsultations()) {
            LocalDate on = open.consultedOn();
            if (on != null) {
                silences.add(
                        new Silence(open.number(), open.thirdParty(), on, AnswerClock.silenceAfter(on, workingDays)));
            }
        }
        return new DerivedDates(
                AnswerClock.lastDayOfCorrectionNotice(file.receivedOn(), workingDays),
                correction == null ? null : correction.dueOn(),
                silences,
                notifiedOn == null ? null : AnswerClock.lastDayOfPayment(notifiedOn, workingDays));
    }
}
