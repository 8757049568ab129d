package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.CorrectionAndExtensionCases.rule;
import static org.disclosureledger.domain.request.ReceiptCases.R2;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.received;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules on what an answer has to say (art. 36, 37) and on its day; the last day is 2 April 2024. */
final class AnswerCases {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario requestOf2023() {
        return given(received("2023-12-20"));
    }

    private AnswerCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(
                        RequestRule.ANSWERED_LATE,
                        request(),
                        decide("2024-04-03", Outcome.GRANTED),
                        request(),
                        decide("2024-04-02", Outcome.GRANTED)),
                content(
                        RequestRule.MEANS_OF_ACCESS_MISSING,
                        Outcome.GRANTED,
                        AnswerContent.NONE,
                        new AnswerContent(null, TEXT, null, null, null, null, null, null)),
                content(
                        RequestRule.WITHHELD_MISSING,
                        Outcome.PARTIALLY_GRANTED,
                        new AnswerContent(null, TEXT, null, null, null, TEXT, null, null),
                        new AnswerContent(null, TEXT, null, null, TEXT, TEXT, null, null)),
                content(
                        RequestRule.REASONS_MISSING,
                        Outcome.REFUSED_STATE_SECRET,
                        AnswerContent.NONE,
                        new AnswerContent(null, null, null, null, null, TEXT, null, null)),
                content(
                        RequestRule.OTHER_ORGAN_CONTACT_MISSING,
                        Outcome.UNAVAILABLE_NOT_HELD,
                        new AnswerContent(null, null, "县水利局", null, null, TEXT, null, null),
                        new AnswerContent(null, null, "县水利局", "0379-0000000", null, TEXT, null, null)),
                content(
                        RequestRule.END_REASON_MISSING,
                        Outcome.OTHER_OTHER,
                        AnswerContent.NONE,
                        ended(EndReason.WITHDRAWN, null)),
                content(
                        RequestRule.END_REASON_WITH_ANOTHER_RESULT,
                        Outcome.NOT_PROCESSED_PETITION,
                        new AnswerContent(null, null, null, null, null, TEXT, EndReason.WITHDRAWN, null),
                        new AnswerContent(null, null, null, null, null, TEXT, null, null)),
                content(
                        RequestRule.JOINED_REQUEST_MISSING,
                        Outcome.OTHER_OTHER,
                        ended(EndReason.JOINED, R1),
                        ended(EndReason.JOINED, R2)),
                rule(
                        RequestRule.RECONSIDERATION_FIRST,
                        requestOf2023(),
                        decide("2024-01-01", Outcome.REFUSED_INTERNAL_AFFAIRS),
                        requestOf2023(),
                        decide("2023-12-31", Outcome.REFUSED_INTERNAL_AFFAIRS)));
    }

    private static AnswerContent ended(EndReason reason, @Nullable RequestId joinedInto) {
        return new AnswerContent(null, null, null, null, null, null, reason, joinedInto);
    }

    private static RuleCase content(RequestRule rule, Outcome outcome, AnswerContent fires, AnswerContent spares) {
        return rule(
                rule,
                request(),
                decide("2024-03-20", outcome, fires),
                request(),
                decide("2024-03-20", outcome, spares));
    }
}
