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

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario consulted() {
        return request().and(consultThirdParty("2024-03-11"));
    }

    private ConsultationCases() {}

    static List<RuleCase> all() {
        return List.of(
                rule(
                        RequestRule.NO_CONSULTATION_OPEN,
                        request(),
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                        consulted(),
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS)),
                rule(
                        RequestRule.NO_SUCH_CONSULTATION,
                        consulted(),
                        takeInOpinion("2024-03-18", 2, Opinion.CONSENTS),
                        consulted().and(consultOrgan("2024-03-12")),
                        takeInOpinion("2024-03-18", 2, Opinion.CONSENTS)),
                rule(
                        RequestRule.CONSULTED_ORGAN_MISSING,
                        request(),
                        new RequestStep.ConsultOrgan(R1, TOWN, TODAY, on("2024-03-11"), " "),
                        request(),
                        new RequestStep.ConsultOrgan(R1, TOWN, TODAY, on("2024-03-11"), "水利局")),
                // 12 to 15, 18 to 22, 25 to 29 March and 1 April are the fifteen working days.
                rule(
                        RequestRule.OPINION_LATE,
                        consulted(),
                        takeInOpinion("2024-04-02", 1, Opinion.OBJECTS),
                        consulted(),
                        takeInOpinion("2024-04-01", 1, Opinion.OBJECTS)),
                rule(
                        RequestRule.OPINION_STILL_OPEN,
                        consulted(),
                        decide("2024-04-01", Outcome.GRANTED),
                        consulted(),
                        decide("2024-04-02", Outcome.GRANTED)),
                rule(
                        RequestRule.THIRD_PARTY_NOT_CONSULTED,
                        request().and(consultOrgan("2024-03-11")),
                        decide("2024-04-02", Outcome.REFUSED_THIRD_PARTY_RIGHTS),
                        consulted(),
                        decide("2024-04-02", Outcome.REFUSED_THIRD_PARTY_RIGHTS)),
                rule(
                        RequestRule.THIRD_PARTY_OBJECTED,
                        consulted().and(takeInOpinion("2024-03-18", 1, Opinion.OBJECTS)),
                        decide("2024-03-20", Outcome.GRANTED),
                        consulted().and(takeInOpinion("2024-03-18", 1, Opinion.OBJECTS_WITHOUT_GROUND)),
                        decide("2024-03-20", Outcome.GRANTED)),
                rule(
                        RequestRule.THIRD_PARTY_CONSENTED,
                        consulted().and(takeInOpinion("2024-03-18", 1, Opinion.CONSENTS)),
                        decide("2024-03-20", Outcome.REFUSED_THIRD_PARTY_RIGHTS),
                        consulted()
                                .and(
                                        consultThirdParty("2024-03-12"),
                                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                                        takeInOpinion("2024-03-18", 2, Opinion.OBJECTS)),
                        decide("2024-03-20", Outcome.REFUSED_THIRD_PARTY_RIGHTS)));
    }
}
