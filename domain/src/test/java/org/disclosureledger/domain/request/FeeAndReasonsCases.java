package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.CorrectionAndExtensionCases.rule;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.askForReasons;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.fixLaterDate;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.register;
import static org.disclosureledger.domain.request.Steps.takeInPayment;
import static org.disclosureledger.domain.request.Steps.takeInReasons;

import java.util.List;

/** Rules on the fee (国办函〔2020〕109号) and on excessive requests (art. 35); the last day is 2 April 2024. */
final class FeeAndReasonsCases {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario charged() {
        return request().and(notifyFee("2024-03-20", 68));
    }

    private static Scenario chargedByRegister() {
        return given(register(row().with(RequestFact.FEE_NOTIFIED_ON, "2024-03-20")));
    }

    private static Scenario reasonable() {
        return request().and(askForReasons("2024-03-11"), takeInReasons("2024-03-18", true));
    }

    private static Scenario unreasonable() {
        return request().and(askForReasons("2024-03-11"), takeInReasons("2024-03-18", false));
    }

    private FeeAndReasonsCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(
                        RequestRule.FEE_ALREADY_NOTIFIED,
                        charged().and(takeInPayment("2024-03-21", "380")),
                        notifyFee("2024-03-22", 68),
                        request(),
                        notifyFee("2024-03-22", 68)),
                rule(
                        RequestRule.NOTHING_TO_CHARGE,
                        request(),
                        notifyFee("2024-03-20", 30),
                        request(),
                        notifyFee("2024-03-20", 31)),
                rule(
                        RequestRule.QUANTITY_IMPOSSIBLE,
                        request(),
                        notifyFee("2024-03-20", 1_000_001),
                        request(),
                        notifyFee("2024-03-20", 1_000_000)),
                rule(
                        RequestRule.FEE_NOTICE_LATE,
                        request(),
                        notifyFee("2024-04-03", 68),
                        request(),
                        notifyFee("2024-04-02", 68)),
                rule(
                        RequestRule.NO_FEE_NOTIFIED,
                        request(),
                        takeInPayment("2024-03-21", "380"),
                        charged(),
                        takeInPayment("2024-03-21", "380")),
                rule(
                        RequestRule.PAYMENT_IMPOSSIBLE,
                        chargedByRegister(),
                        takeInPayment("2024-03-21", "0"),
                        chargedByRegister(),
                        takeInPayment("2024-03-21", "0.01")),
                rule(
                        RequestRule.PAYMENT_INCOMPLETE,
                        charged(),
                        takeInPayment("2024-03-21", "379"),
                        charged(),
                        takeInPayment("2024-03-21", "380.00")),
                // 21, 22, 25 to 29 March, 1 to 3, 7 (make-up day), 8 to 12, 15 to 18 April are the twenty working days.
                rule(
                        RequestRule.PAYMENT_LATE,
                        charged(),
                        takeInPayment("2024-04-19", "380"),
                        charged(),
                        takeInPayment("2024-04-18", "380")),
                rule(
                        RequestRule.PAYMENT_PERIOD_NOT_OVER,
                        charged(),
                        decide("2024-04-18", Outcome.OTHER_FEE_UNPAID),
                        charged(),
                        decide("2024-04-19", Outcome.OTHER_FEE_UNPAID)),
                rule(
                        RequestRule.REASONS_ALREADY_ASKED,
                        reasonable(),
                        askForReasons("2024-03-20"),
                        request(),
                        askForReasons("2024-03-20")),
                rule(
                        RequestRule.NO_REASONS_ASKED,
                        reasonable(),
                        takeInReasons("2024-03-20", true),
                        request().and(askForReasons("2024-03-11")),
                        takeInReasons("2024-03-20", true)),
                rule(
                        RequestRule.LATER_DATE_WITHOUT_REASONS,
                        unreasonable(),
                        fixLaterDate("2024-03-25", "2024-06-28"),
                        reasonable(),
                        fixLaterDate("2024-03-25", "2024-06-28")),
                rule(
                        RequestRule.LATER_DATE_ALREADY_FIXED,
                        reasonable().and(fixLaterDate("2024-03-25", "2024-06-28")),
                        fixLaterDate("2024-03-26", "2024-07-31"),
                        reasonable(),
                        fixLaterDate("2024-03-26", "2024-07-31")),
                rule(
                        RequestRule.LATER_DATE_NOT_LATER,
                        reasonable(),
                        fixLaterDate("2024-03-25", "2024-04-02"),
                        reasonable(),
                        fixLaterDate("2024-03-25", "2024-04-03")),
                rule(
                        RequestRule.LATER_DATE_TOO_LATE,
                        reasonable(),
                        fixLaterDate("2024-04-03", "2024-06-28"),
                        reasonable(),
                        fixLaterDate("2024-04-02", "2024-06-28")),
                rule(
                        RequestRule.EXCESSIVE_WITHOUT_ASKING,
                        reasonable(),
                        decide("2024-03-25", Outcome.NOT_PROCESSED_EXCESSIVE),
                        unreasonable(),
                        decide("2024-03-25", Outcome.NOT_PROCESSED_EXCESSIVE)));
    }
}
