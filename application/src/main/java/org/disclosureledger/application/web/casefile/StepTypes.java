package org.disclosureledger.application.web.casefile;

import org.disclosureledger.application.request.AnswerBodies;
import org.disclosureledger.application.request.AnswerBody;
import org.disclosureledger.application.request.ConsultationBodies;
import org.disclosureledger.application.request.FeeBodies;
import org.disclosureledger.application.request.PeriodBodies;
import org.disclosureledger.application.request.StepBody;
import org.disclosureledger.domain.request.StepKind;

/** The shape that the form of each step fills: the same that the API takes. */
final class StepTypes {

    private StepTypes() {}

    static Class<? extends Record> of(StepKind kind) {
        return switch (kind) {
            case ASK_FOR_CORRECTION -> PeriodBodies.AskForCorrectionBody.class;
            case TAKE_IN_CORRECTION -> PeriodBodies.TakeInCorrectionBody.class;
            case CONSULT_THIRD_PARTY -> ConsultationBodies.ConsultThirdPartyBody.class;
            case CONSULT_ORGAN -> ConsultationBodies.ConsultOrganBody.class;
            case TAKE_IN_OPINION -> ConsultationBodies.TakeInOpinionBody.class;
            case EXTEND -> PeriodBodies.ExtendAnswerPeriodBody.class;
            case ASK_FOR_REASONS -> PeriodBodies.AskForReasonsBody.class;
            case TAKE_IN_REASONS -> PeriodBodies.TakeInReasonsBody.class;
            case FIX_LATER_DATE -> PeriodBodies.FixLaterDateBody.class;
            case NOTIFY_FEE -> FeeBodies.NotifyFeeBody.class;
            case TAKE_IN_PAYMENT -> FeeBodies.TakeInPaymentBody.class;
            case DECIDE, DECIDE_ANEW -> AnswerBody.class;
            case DELIVER_ANSWER -> AnswerBodies.DeliverAnswerBody.class;
            case REOPEN -> AnswerBodies.ReopenBody.class;
        };
    }

    static StepBody step(StepKind kind, Record typed) {
        if (typed instanceof AnswerBody answer) {
            return kind == StepKind.DECIDE_ANEW
                    ? new AnswerBodies.DecideAnewBody(answer)
                    : new AnswerBodies.DecideBody(answer);
        }
        return (StepBody) typed;
    }
}
