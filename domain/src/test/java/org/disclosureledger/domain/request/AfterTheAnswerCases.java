package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.CorrectionAndExtensionCases.rule;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.TODAY;
import static org.disclosureledger.domain.request.Steps.addAttachments;
import static org.disclosureledger.domain.request.Steps.assign;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.deliver;
import static org.disclosureledger.domain.request.Steps.deliverLetter;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.issueLetter;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.withdrawAttachment;

import java.util.List;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/** Rules on delivery, letters, attachments and reopened requests; answered on 2024-03-29, reopened on 3 June. */
final class AfterTheAnswerCases {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario answered() {
        return request().and(decide("2024-03-29", Outcome.GRANTED));
    }

    private static Scenario reopened() {
        return answered().and(reopen("2024-06-03", null));
    }

    private static Scenario withLetter() {
        return request().and(issueLetter("2024-03-20", "延〔2024〕1号"));
    }

    private static Scenario withAttachments() {
        return request().and(addAttachments("a", "b"));
    }

    private AfterTheAnswerCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(RequestRule.NOT_ANSWERED_YET, request(), deliver("2024-04-01"), answered(), deliver("2024-04-01")),
                rule(
                        RequestRule.ALREADY_DELIVERED,
                        answered().and(deliver("2024-04-01")),
                        deliver("2024-04-02"),
                        // The first answer reached the applicant, but that is recorded only after the reopening.
                        reopened(),
                        deliver("2024-04-02")),
                rule(
                        RequestRule.REOPENED_IS_DECIDED_ANEW,
                        reopened(),
                        decide("2024-06-10", Outcome.GRANTED),
                        request(),
                        decide("2024-03-29", Outcome.GRANTED)),
                rule(
                        RequestRule.ALREADY_REOPENED,
                        reopened(),
                        reopen("2024-06-10", null),
                        reopened().and(decideAnew("2024-06-06", Outcome.GRANTED)),
                        reopen("2024-06-10", null)),
                rule(
                        RequestRule.NOT_REOPENED,
                        answered(),
                        decideAnew("2024-06-06", Outcome.GRANTED),
                        reopened(),
                        decideAnew("2024-06-06", Outcome.GRANTED)),
                rule(
                        RequestRule.REOPENED_WITH_A_DATE,
                        answered().and(reopen("2024-06-03", "2024-06-28")),
                        extend("2024-06-20", 5),
                        reopened(),
                        extend("2024-06-20", 5)),
                rule(
                        RequestRule.REOPENING_WITHOUT_REMEDY,
                        answered(),
                        reopening(ReopeningGround.RECONSIDERATION, null),
                        answered(),
                        reopening(ReopeningGround.OWN_MOTION, TEXT)),
                rule(
                        RequestRule.REOPENING_REASON_MISSING,
                        answered(),
                        reopening(ReopeningGround.OWN_MOTION, null),
                        answered(),
                        reopening(ReopeningGround.RECONSIDERATION, null)),
                rule(
                        RequestRule.ANSWER_DUE_BEFORE_REOPENING,
                        answered(),
                        reopen("2024-06-03", "2024-06-03"),
                        answered(),
                        reopen("2024-06-03", "2024-06-04")),
                rule(
                        RequestRule.LETTER_NUMBER_USED,
                        withLetter(),
                        issueLetter("2024-03-21", "延〔2024〕1号"),
                        withLetter(),
                        issueLetter("2024-03-21", "延〔2024〕2号")),
                rule(
                        RequestRule.NO_SUCH_LETTER,
                        withLetter().and(deliverLetter("2024-03-21", "延〔2024〕1号")),
                        deliverLetter("2024-03-22", "延〔2024〕1号"),
                        withLetter(),
                        deliverLetter("2024-03-22", "延〔2024〕1号")),
                rule(
                        RequestRule.ATTACHMENT_ALREADY_THERE,
                        withAttachments(),
                        addAttachments("c", "b"),
                        // Withdrawn ones may be added once more, say, as another kind.
                        withAttachments().and(withdrawAttachment(2)),
                        addAttachments("c", "b")),
                rule(
                        RequestRule.HANDLER_UNFIT,
                        request(),
                        assign("wang.min", Role.CLERK, Role.APPROVER),
                        request(),
                        assign("wang.min", Role.HANDLER)),
                rule(
                        RequestRule.HANDLER_AFTER_ANSWER,
                        answered(),
                        assign("wang.min", Role.HANDLER),
                        reopened(),
                        assign("wang.min", Role.HANDLER)),
                rule(
                        RequestRule.NO_SUCH_ATTACHMENT,
                        withAttachments().and(withdrawAttachment(2)),
                        withdrawAttachment(2),
                        withAttachments(),
                        withdrawAttachment(2)));
    }

    private static RequestStep.Reopen reopening(ReopeningGround ground, @Nullable SealedText reason) {
        return new RequestStep.Reopen(R1, TOWN, TODAY, on("2024-06-03"), ground, null, null, reason);
    }
}
