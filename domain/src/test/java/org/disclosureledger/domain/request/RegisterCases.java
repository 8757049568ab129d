package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.RequestExamples.granted;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Steps.register;

import java.util.List;
import org.disclosureledger.domain.register.Facts;

/** Rules on what a register says; the request was received on 2024-03-05. */
final class RegisterCases {

    private RegisterCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(RequestRule.DECIDED_BEFORE_RECEIPT, granted("2024-03-04"), granted("2024-03-05")),
                rule(
                        RequestRule.STEP_BEFORE_RECEIPT,
                        row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-04"),
                        row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-05")),
                rule(
                        RequestRule.CORRECTION_WITHOUT_NOTICE,
                        row().with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-11"),
                        row().with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-11")
                                .with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-08")),
                rule(
                        RequestRule.THIRD_PARTY_RESPONSE_WITHOUT_CONSULTATION,
                        row().with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-11"),
                        row().with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-11")
                                .with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-08")),
                rule(
                        RequestRule.PAYMENT_WITHOUT_NOTICE,
                        row().with(RequestFact.FEE_PAID_ON, "2024-03-11"),
                        row().with(RequestFact.FEE_PAID_ON, "2024-03-11")
                                .with(RequestFact.FEE_NOTIFIED_ON, "2024-03-08")),
                rule(
                        RequestRule.STEPS_OUT_OF_ORDER,
                        row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-12")
                                .with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-11"),
                        row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-12")
                                .with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-12")),
                rule(
                        RequestRule.DELIVERED_WITHOUT_DECISION,
                        row().with(RequestFact.DELIVERED_ON, "2024-03-11"),
                        granted("2024-03-11").with(RequestFact.DELIVERED_ON, "2024-03-11")),
                rule(
                        RequestRule.OUTCOME_WITHOUT_CORRECTION_NOTICE,
                        ended(Outcome.UNAVAILABLE_STILL_UNCLEAR),
                        ended(Outcome.UNAVAILABLE_STILL_UNCLEAR)
                                .with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-08")),
                rule(
                        RequestRule.OUTCOME_WITHOUT_FEE_NOTICE,
                        ended(Outcome.OTHER_FEE_UNPAID),
                        ended(Outcome.OTHER_FEE_UNPAID).with(RequestFact.FEE_NOTIFIED_ON, "2024-03-08")));
    }

    private static Facts ended(Outcome outcome) {
        return row().with(RequestFact.DECIDED_ON, "2024-03-20").with(RequestFact.OUTCOME, outcome.id());
    }

    private static RuleCase rule(RequestRule rule, Facts fires, Facts spares) {
        return new RuleCase(
                rule,
                () -> Scenario.nothing().when(register(fires)),
                () -> Scenario.nothing().when(register(spares)));
    }
}
