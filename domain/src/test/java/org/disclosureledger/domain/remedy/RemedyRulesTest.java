package org.disclosureledger.domain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.RequestId;
import org.junit.jupiter.api.Test;

class RemedyRulesTest {

    private static final RemedyId C1 = new RemedyId(new UUID(2, 1));
    private static final RequestId R1 = new RequestId(new UUID(1, 1));
    private static final OrganCode TOWN = new OrganCode("town");
    private static final Remedy NOTHING = new Remedy.Unaccepted();

    private static Facts reconsideration() {
        return Facts.none()
                .with(RemedyFact.CASE_NUMBER, "C1")
                .with(RemedyFact.PROCEDURE, "reconsideration")
                .with(RemedyFact.ACCEPTED_ON, "2024-05-06");
    }

    private static Facts lawsuit() {
        return reconsideration().with(RemedyFact.PROCEDURE, "litigation");
    }

    private static Judgement<RemedyEvent> judge(Remedy remedy, Facts facts, boolean corrections) {
        Entry entry = new Entry(facts, corrections, "录入错误", LocalDate.of(2025, 1, 31), Entry.Source.IMPORTED);
        return RemedyRules.handle(new RemedyCommand.RecordRemedy(C1, TOWN, entry, R1), remedy);
    }

    private static Judgement<RemedyEvent> judge(Facts facts) {
        return judge(NOTHING, facts, false);
    }

    private static Remedy after(Facts facts) {
        Remedy remedy = NOTHING;
        for (RemedyEvent event : judge(facts).eventsOrRejection()) {
            remedy = remedy.evolve(event);
        }
        return remedy;
    }

    private static List<String> rules(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void acceptedAndConcludedAreTwoEvents() {
        Facts concluded = reconsideration()
                .with(RemedyFact.REGISTRATION_NUMBER, "R1")
                .with(RemedyFact.CONCLUDED_ON, "2024-06-05")
                .with(RemedyFact.RESULT, "upheld");

        assertThat(judge(concluded).events())
                .containsExactly(
                        new RemedyEvent.RemedyAccepted(
                                C1, TOWN, "C1", Procedure.RECONSIDERATION, null, "R1", R1, LocalDate.of(2024, 5, 6)),
                        new RemedyEvent.RemedyConcluded(C1, TOWN, LocalDate.of(2024, 6, 5), RemedyResult.UPHELD));
        assertThat(after(concluded).facts()).isEqualTo(concluded);
    }

    @Test
    void lawsuitMustSayWhetherReconsiderationCameFirst() {
        assertThat(rules(judge(lawsuit()))).containsExactly("AFTER_RECONSIDERATION_MISSING");
        assertThat(rules(judge(lawsuit().with(RemedyFact.AFTER_RECONSIDERATION, "false"))))
                .isEmpty();
    }

    @Test
    void reconsiderationNeedNotSayIt() {
        Judgement<RemedyEvent> told = judge(reconsideration().with(RemedyFact.AFTER_RECONSIDERATION, "false"));

        assertThat(rules(told)).containsExactly("AFTER_RECONSIDERATION_NOT_FOR_RECONSIDERATION");
        assertThat(told.events()).hasSize(1);
    }

    @Test
    void conclusionBeforeAcceptanceIsRefused() {
        Facts reversed =
                reconsideration().with(RemedyFact.CONCLUDED_ON, "2024-05-05").with(RemedyFact.RESULT, "other");

        assertThat(rules(judge(reversed))).containsExactly("CONCLUDED_BEFORE_ACCEPTED");
    }

    @Test
    void resultAndDateBelongTogether() {
        assertThat(rules(judge(reconsideration().with(RemedyFact.RESULT, "other"))))
                .containsExactly("RESULT_WITHOUT_DATE");
        assertThat(rules(judge(reconsideration().with(RemedyFact.CONCLUDED_ON, "2024-06-05"))))
                .containsExactly("DATE_WITHOUT_RESULT");
    }

    @Test
    void requestThatBecomesKnownLaterIsLinked() {
        assertThat(judge(after(reconsideration()), reconsideration().with(RemedyFact.REGISTRATION_NUMBER, "R1"), false)
                        .events())
                .containsExactly(new RemedyEvent.RemedyLinked(C1, TOWN, "R1", R1));
    }

    @Test
    void sameRowAgainChangesNothing() {
        assertThat(judge(after(reconsideration()), reconsideration(), false).events())
                .isEmpty();
    }

    @Test
    void differenceIsRefusedOrCorrected() {
        Remedy known = after(lawsuit().with(RemedyFact.AFTER_RECONSIDERATION, "false"));
        Facts other = lawsuit().with(RemedyFact.AFTER_RECONSIDERATION, "true");

        assertThat(rules(judge(known, other, false))).containsExactly("CONTRADICTS_RECORD");
        assertThat(judge(known, other, true).events())
                .containsExactly(new RemedyEvent.RemedyFactCorrected(
                        C1, TOWN, "afterReconsideration", "false", "true", null, "录入错误"));
    }

    @Test
    void correctedRequestNumberBringsTheRequestThatItMeans() {
        Remedy known = after(reconsideration().with(RemedyFact.REGISTRATION_NUMBER, "R9"));

        assertThat(judge(known, reconsideration().with(RemedyFact.REGISTRATION_NUMBER, "R1"), true)
                        .events())
                .containsExactly(
                        new RemedyEvent.RemedyFactCorrected(C1, TOWN, "registrationNumber", "R9", "R1", R1, "录入错误"));
    }
}
