package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TODAY;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;

import java.util.List;

/** Rules on correction (art. 30) and extension (art. 33); received on 2024-03-05, so the last day is 2 April. */
final class CorrectionAndExtensionCases {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario asked() {
        return request().and(askForCorrection("2024-03-12", "2024-03-26"));
    }

    private static Scenario corrected() {
        return asked().and(takeInCorrection("2024-03-25"));
    }

    private CorrectionAndExtensionCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(
                        RequestRule.CORRECTION_NOTICE_LATE,
                        request(),
                        // 6 to 8, 11 to 14 March are the seven working days.
                        askForCorrection("2024-03-15", "2024-03-29"),
                        request(),
                        askForCorrection("2024-03-14", "2024-03-29")),
                rule(
                        RequestRule.CORRECTION_STILL_OPEN,
                        asked(),
                        askForCorrection("2024-03-26", "2024-04-10"),
                        corrected(),
                        askForCorrection("2024-03-26", "2024-04-10")),
                rule(
                        RequestRule.CORRECTION_ASKED_TWICE,
                        corrected(),
                        askForCorrection("2024-03-26", "2024-04-10"),
                        request(),
                        askForCorrection("2024-03-12", "2024-03-26")),
                rule(
                        RequestRule.CORRECTION_PERIOD_MISSING,
                        request(),
                        askForCorrection("2024-03-12", null),
                        request(),
                        askForCorrection("2024-03-12", "2024-03-13")),
                rule(
                        RequestRule.CORRECTION_PERIOD_NOT_AFTER_NOTICE,
                        request(),
                        askForCorrection("2024-03-12", "2024-03-12"),
                        request(),
                        askForCorrection("2024-03-12", "2024-03-13")),
                rule(
                        RequestRule.NO_CORRECTION_ASKED,
                        corrected(),
                        takeInCorrection("2024-03-26"),
                        asked(),
                        takeInCorrection("2024-03-26")),
                rule(
                        RequestRule.CORRECTED_AFTER_ITS_PERIOD,
                        asked(),
                        takeInCorrection("2024-03-27"),
                        asked(),
                        takeInCorrection("2024-03-26")),
                rule(
                        RequestRule.STEP_BEFORE_ITS_CAUSE,
                        asked(),
                        takeInCorrection("2024-03-11"),
                        asked(),
                        takeInCorrection("2024-03-12")),
                rule(
                        RequestRule.EXTENSION_ALREADY_USED,
                        request().and(extend("2024-03-20", 5)),
                        extend("2024-03-21", 5),
                        request(),
                        extend("2024-03-21", 5)),
                rule(
                        RequestRule.EXTENSION_TOO_LONG,
                        request(),
                        extend("2024-03-21", 21),
                        request(),
                        extend("2024-03-21", 20)),
                rule(
                        RequestRule.APPROVER_MISSING,
                        request(),
                        new RequestStep.ExtendAnswerPeriod(R1, TOWN, TODAY, on("2024-03-21"), 20, " ", null),
                        request(),
                        new RequestStep.ExtendAnswerPeriod(R1, TOWN, TODAY, on("2024-03-21"), 20, "张", null)),
                rule(
                        RequestRule.EXTENDED_AFTER_THE_PERIOD,
                        request(),
                        extend("2024-04-03", 20),
                        request(),
                        extend("2024-04-02", 20)),
                rule(
                        RequestRule.CLOCK_STOPPED,
                        asked(),
                        extend("2024-03-21", 20),
                        // The second notice does not stop the clock.
                        corrected().and(askForCorrection("2024-03-26", "2024-04-10")),
                        extend("2024-03-27", 20)),
                rule(
                        RequestRule.ALREADY_ANSWERED,
                        request().and(decide("2024-03-20", Outcome.GRANTED)),
                        extend("2024-03-21", 5),
                        request(),
                        extend("2024-03-21", 5)),
                rule(
                        RequestRule.UNCLEAR_WITHOUT_CORRECTION,
                        asked(),
                        decide("2024-03-27", Outcome.UNAVAILABLE_STILL_UNCLEAR),
                        corrected(),
                        decide("2024-03-27", Outcome.UNAVAILABLE_STILL_UNCLEAR)),
                rule(
                        RequestRule.CORRECTION_PERIOD_NOT_OVER,
                        asked(),
                        decide("2024-03-26", Outcome.OTHER_CORRECTION_OVERDUE),
                        asked(),
                        decide("2024-03-27", Outcome.OTHER_CORRECTION_OVERDUE)));
    }

    static RuleCase rule(
            RequestRule rule, Scenario firesGiven, RequestCommand fires, Scenario sparesGiven, RequestCommand spares) {
        return new RuleCase(rule, () -> firesGiven.when(fires), () -> sparesGiven.when(spares));
    }
}
