package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.CorrectionAndExtensionCases.rule;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TODAY;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;

import java.util.List;

/** Rules on consultation (art. 15, 32 to 34): asked on 2024-03-11, silent after 1 April. */
final class ConsultationCases {

    private static final Scenario RECEIVED = given(received("2024-03-05"));
    private static final Scenario CONSULTED = RECEIVED.and(consultThirdParty("2024-03-11"));

    private ConsultationCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(
                        RequestRule.NO_CONSULTATION_OPEN,
                        RECEIVED,
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                        CONSULTED,
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS)),
                rule(
                        RequestRule.NO_SUCH_CONSULTATION,
                        CONSULTED,
                        takeInOpinion("2024-03-18", 2, Opinion.CONSENTS),
                        CONSULTED.and(consultOrgan("2024-03-12")),
                        takeInOpinion("2024-03-18", 2, Opinion.CONSENTS)),
                rule(
                        RequestRule.CONSULTED_ORGAN_MISSING,
                        RECEIVED,
                        new RequestStep.ConsultOrgan(R1, TOWN, TODAY, on("2024-03-11"), " "),
                        RECEIVED,
                        new RequestStep.ConsultOrgan(R1, TOWN, TODAY, on("2024-03-11"), "水利局")),
                // 12 to 15, 18 to 22, 25 to 29 March and 1 April are the fifteen working days.
                rule(
                        RequestRule.OPINION_LATE,
                        CONSULTED,
                        takeInOpinion("2024-04-02", 1, Opinion.OBJECTS),
                        CONSULTED,
                        takeInOpinion("2024-04-01", 1, Opinion.OBJECTS)),
                rule(
                        RequestRule.OPINION_STILL_OPEN,
                        CONSULTED,
                        decide("2024-04-01", Outcome.GRANTED),
                        CONSULTED,
                        decide("2024-04-02", Outcome.GRANTED)),
                rule(
                        RequestRule.THIRD_PARTY_NOT_CONSULTED,
                        RECEIVED.and(consultOrgan("2024-03-11")),
                        decide("2024-04-02", Outcome.REFUSED_THIRD_PARTY_RIGHTS),
                        CONSULTED,
                        decide("2024-04-02", Outcome.REFUSED_THIRD_PARTY_RIGHTS)),
                rule(
                        RequestRule.THIRD_PARTY_OBJECTED,
                        CONSULTED.and(takeInOpinion("2024-03-18", 1, Opinion.OBJECTS)),
                        decide("2024-03-20", Outcome.GRANTED),
                        CONSULTED.and(takeInOpinion("2024-03-18", 1, Opinion.OBJECTS_WITHOUT_GROUND)),
                        decide("2024-03-20", Outcome.GRANTED)),
                rule(
                        RequestRule.THIRD_PARTY_CONSENTED,
                        CONSULTED.and(takeInOpinion("2024-03-18", 1, Opinion.CONSENTS)),
                        decide("2024-03-20", Outcome.REFUSED_THIRD_PARTY_RIGHTS),
                        CONSULTED.and(
                                consultThirdParty("2024-03-12"),
                                takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                                takeInOpinion("2024-03-18", 2, Opinion.OBJECTS)),
                        decide("2024-03-20", Outcome.REFUSED_THIRD_PARTY_RIGHTS)));
    }
}
