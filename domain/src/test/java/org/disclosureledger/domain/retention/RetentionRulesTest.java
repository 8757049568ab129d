package org.disclosureledger.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.retention.RetentionCommand.AbandonDestruction;
import org.disclosureledger.domain.retention.RetentionCommand.ApproveDestruction;
import org.disclosureledger.domain.retention.RetentionCommand.Candidate;
import org.disclosureledger.domain.retention.RetentionCommand.ProposeDestruction;
import org.disclosureledger.domain.retention.RetentionCommand.RecordExport;
import org.disclosureledger.domain.retention.RetentionCommand.SetRestrictionTerm;
import org.disclosureledger.domain.retention.RetentionEvent.ArchivePackageExported;
import org.disclosureledger.domain.retention.RetentionEvent.DestructionAbandoned;
import org.disclosureledger.domain.retention.RetentionEvent.DestructionProposed;
import org.disclosureledger.domain.retention.RetentionEvent.PersonalDataDestroyed;
import org.disclosureledger.domain.retention.RetentionEvent.RestrictionTermSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionRulesTest {

    private static final OrganCode TOWN = new OrganCode("410308-cg");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String SCHEDULE = "文书档案保管期限表第12项，10年";
    private static final Candidate OVER = over("case-1", LocalDate.of(2015, 12, 31));
    private static final DestructionProposed PROPOSED =
            new DestructionProposed(TOWN, 1, SCHEDULE, 10, "case-1", TODAY, "wang.min");
    private static final ArchivePackageExported EXPORTED = new ArchivePackageExported(TOWN, 1, "0a");
    private static final PersonalDataDestroyed DESTROYED =
            new PersonalDataDestroyed(TOWN, 1, "case-1", "0a", TODAY, "zhao.li");

    private static Candidate over(String caseId, @Nullable LocalDate ended) {
        return new Candidate(caseId, ended, false, false);
    }

    private static Retention after(RetentionEvent... events) {
        Retention retention = Retention.UNTOUCHED;
        for (RetentionEvent event : events) {
            retention = retention.evolve(event);
        }
        return retention;
    }

    private static ProposeDestruction propose(Candidate... candidates) {
        return new ProposeDestruction(TOWN, SCHEDULE, 10, List.of(candidates), TODAY, "wang.min");
    }

    private static ApproveDestruction approve(String by, Candidate... candidates) {
        return new ApproveDestruction(TOWN, 1, List.of(candidates), TODAY, by);
    }

    private static void refused(RetentionRule rule, RetentionCommand command, Retention retention) {
        assertThatThrownBy(() -> RetentionRules.handle(command, retention))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f -> assertThat(f.rule()).isEqualTo(rule.name())));
    }

    @Test
    void whatIsOverIsProposedExportedAndDestroyedByAnother() {
        assertThat(RetentionRules.handle(propose(OVER), Retention.UNTOUCHED)).containsExactly(PROPOSED);
        assertThat(RetentionRules.handle(new RecordExport(TOWN, 1, "0a"), after(PROPOSED)))
                .containsExactly(EXPORTED);
        assertThat(RetentionRules.handle(approve("zhao.li", OVER), after(PROPOSED, EXPORTED)))
                .containsExactly(DESTROYED);
        assertThat(after(PROPOSED, EXPORTED, DESTROYED).open()).isNull();
    }

    @Test
    void whoProposedDoesNotApprove() {
        refused(RetentionRule.SAME_PERSON, approve("wang.min", OVER), after(PROPOSED, EXPORTED));
    }

    @Test
    void nothingIsDestroyedBeforeThePackageIsExported() {
        refused(RetentionRule.PACKAGE_NOT_EXPORTED, approve("zhao.li", OVER), after(PROPOSED));
    }

    @Test
    void packageMustHaveEverything() {
        Candidate changed = new Candidate("case-1", OVER.endedOn(), false, true);

        refused(RetentionRule.CHANGED_SINCE_EXPORT, approve("zhao.li", changed), after(PROPOSED, EXPORTED));
    }

    @Test
    void remedyThatIsPendingKeepsTheCaseBeforeAndAfterTheProposal() {
        Candidate pending = new Candidate("case-1", OVER.endedOn(), true, false);

        refused(RetentionRule.REMEDY_PENDING, propose(pending), Retention.UNTOUCHED);
        refused(RetentionRule.REMEDY_PENDING, approve("zhao.li", pending), after(PROPOSED, EXPORTED));
    }

    @Test
    void openCaseIsKept() {
        refused(RetentionRule.CASE_OPEN, propose(over("case-1", null)), Retention.UNTOUCHED);
        refused(RetentionRule.CASE_OPEN, approve("zhao.li", over("case-1", null)), after(PROPOSED, EXPORTED));
    }

    /** Ten years from 1 January 2016 are over with the year 2025; from 1 January 2017 with 2026. */
    @Test
    void yearsOfKeepingBeginWithTheNextYear() {
        refused(RetentionRule.TERM_NOT_OVER, propose(over("case-1", LocalDate.of(2016, 1, 1))), Retention.UNTOUCHED);
        assertThat(RetentionRules.lastYear(TODAY, 10)).isEqualTo(2015);
        assertThat(RetentionRules.lastYear(LocalDate.of(2027, 1, 1), 10)).isEqualTo(2016);
    }

    @Test
    void casesOfTheBatchAreAllLookedAt() {
        assertThatThrownBy(() -> RetentionRules.handle(approve("zhao.li"), after(PROPOSED, EXPORTED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneBatchAtATime() {
        refused(RetentionRule.PROPOSAL_WAITING, propose(OVER), after(PROPOSED));
        refused(RetentionRule.NO_SUCH_PROPOSAL, new RecordExport(TOWN, 1, "0a"), Retention.UNTOUCHED);
        refused(RetentionRule.NO_SUCH_PROPOSAL, new RecordExport(TOWN, 2, "0a"), after(PROPOSED));
        refused(RetentionRule.NO_SUCH_PROPOSAL, approve("zhao.li", OVER), after(PROPOSED, EXPORTED, DESTROYED));
    }

    @Test
    void abandonedBatchGivesRoomToTheNext() {
        DestructionAbandoned abandoned = new DestructionAbandoned(TOWN, 1, "仍在使用");

        assertThat(RetentionRules.handle(new AbandonDestruction(TOWN, 1, "仍在使用"), after(PROPOSED)))
                .containsExactly(abandoned);
        refused(RetentionRule.REASON_MISSING, new AbandonDestruction(TOWN, 1, " "), after(PROPOSED));
        assertThat(RetentionRules.handle(propose(OVER), after(PROPOSED, abandoned)))
                .containsExactly(new DestructionProposed(TOWN, 2, SCHEDULE, 10, "case-1", TODAY, "wang.min"));
    }

    @Test
    void nothingIsDestroyedTwice() {
        refused(RetentionRule.DESTROYED_ALREADY, propose(OVER), after(PROPOSED, EXPORTED, DESTROYED));
    }

    @Test
    void proposalSaysWhatItRestsOn() {
        refused(
                RetentionRule.SCHEDULE_MISSING,
                new ProposeDestruction(TOWN, " ", 10, List.of(OVER), TODAY, "wang.min"),
                Retention.UNTOUCHED);
        for (int years : new int[] {0, 101}) {
            refused(
                    RetentionRule.YEARS_OUT_OF_RANGE,
                    new ProposeDestruction(TOWN, SCHEDULE, years, List.of(OVER), TODAY, "wang.min"),
                    Retention.UNTOUCHED);
        }
        refused(RetentionRule.NOTHING_TO_DESTROY, propose(), Retention.UNTOUCHED);
        refused(
                RetentionRule.TOO_MANY_CASES,
                new ProposeDestruction(
                        TOWN,
                        SCHEDULE,
                        10,
                        Collections.nCopies(RetentionRules.MOST_CASES + 1, OVER),
                        TODAY,
                        "wang.min"),
                Retention.UNTOUCHED);
    }

    @Test
    void termOfRestrictionIsSetAndUnset() {
        RestrictionTermSet year = new RestrictionTermSet(TOWN, RestrictionRule.AFTER_THE_END_2026, 12);

        assertThat(RetentionRules.handle(new SetRestrictionTerm(TOWN, 12), Retention.UNTOUCHED))
                .containsExactly(year);
        assertThat(RetentionRules.handle(new SetRestrictionTerm(TOWN, 12), after(year)))
                .isEmpty();
        assertThat(RetentionRules.handle(new SetRestrictionTerm(TOWN, null), Retention.UNTOUCHED))
                .isEmpty();
        assertThat(RetentionRules.handle(new SetRestrictionTerm(TOWN, null), after(year)))
                .containsExactly(new RestrictionTermSet(TOWN, RestrictionRule.AFTER_THE_END_2026, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 121})
    void termOfRestrictionHasLimits(int months) {
        refused(RetentionRule.MONTHS_OUT_OF_RANGE, new SetRestrictionTerm(TOWN, months), Retention.UNTOUCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-30, 12, 2026-11-30",
        "2025-08-31, 6, 2026-03-01",
        "2024-02-29, 12, 2025-03-01",
        "2025-12-01, 1, 2026-01-01"
    })
    void restrictionBeginsOnTheDayAfterWhichTheTermIsOver(LocalDate ended, int months, LocalDate from) {
        RestrictionRule rule = RestrictionRule.AFTER_THE_END_2026;

        assertThat(rule.from(ended, months)).isEqualTo(from);
        assertThat(rule.lastEnd(from, months)).isAfterOrEqualTo(ended);
        assertThat(rule.lastEnd(from.minusDays(1), months)).isBefore(ended);
    }
}
