package org.disclosureledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.ApprovalStage;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnualReportRulesTest {

    private static final AnnualReportId ID = new AnnualReportId(new UUID(1, 2023));
    private static final OrganCode TOWN = new OrganCode("town");
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 20);
    private static final FailedCheck FAILED = new FailedCheck("requests.balance:-:total", "应为 3，表中为 2");
    private static final FailedCheck OTHERWISE = new FailedCheck("requests.balance:-:total", "应为 4，表中为 2");

    private AnnualReport report = AnnualReport.empty();

    private static ReportContent content(String figures) {
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        texts.put(ReportSection.OVERVIEW, "概况");
        return new ReportContent("清河镇人民政府", "2021-30", "rules/1", "7", "ab", figures, texts, "docx=00\n");
    }

    @Test
    void reportIsDueAtTheEndOfJanuaryAfterItsYear() {
        assertThat(AnnualReportRules.dueOn(2023)).isEqualTo(LocalDate.of(2024, 1, 31));
    }

    private static AnnualReportCommand.PublishReport publish(
            int version, LocalDate on, @Nullable String reason, String figures, FailedCheck... failed) {
        return new AnnualReportCommand.PublishReport(
                ID, TOWN, 2023, version, on, TODAY, reason, content(figures), List.of(failed), Set.of());
    }

    private static AnnualReportCommand.WaiveCheck waive(String by, String reason, FailedCheck... failed) {
        return new AnnualReportCommand.WaiveCheck(ID, TOWN, 2023, FAILED.check(), by, reason, List.of(failed));
    }

    private List<AnnualReportEvent> take(AnnualReportCommand command) {
        List<AnnualReportEvent> events = AnnualReportRules.handle(command, report);
        events.forEach(event -> report = report.evolve(event));
        return events;
    }

    private void objects(AnnualReportCommand command, AnnualReportRule... rules) {
        assertThatThrownBy(() -> take(command))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::rule)
                                .containsExactly(java.util.Arrays.stream(rules)
                                        .map(Enum::name)
                                        .toArray(String[]::new)));
    }

    @Test
    void yearIsPublishedAfterItsEndAndNotAheadOfTime() {
        objects(publish(1, LocalDate.of(2023, 12, 31), null, "a"), AnnualReportRule.YEAR_NOT_OVER);
        objects(publish(1, TODAY.plusDays(1), null, "a"), AnnualReportRule.PUBLISHED_IN_FUTURE);

        assertThat(take(publish(1, LocalDate.of(2024, 1, 1), null, "a")))
                .singleElement()
                .isInstanceOfSatisfying(AnnualReportPublished.class, e -> {
                    assertThat(e.version()).isEqualTo(1);
                    assertThat(e.overview()).isEqualTo("概况");
                    assertThat(e.amendmentReason()).isNull();
                });
    }

    @Test
    void failedCheckStandsAgainstItUntilItIsWaivedAsItFails() {
        objects(publish(1, TODAY, null, "a", FAILED), AnnualReportRule.CHECK_FAILS);
        objects(waive(" ", "", FAILED), AnnualReportRule.WAIVER_WITHOUT_NAME, AnnualReportRule.WAIVER_WITHOUT_REASON);
        objects(waive("李主任", "已说明"), AnnualReportRule.CHECK_HOLDS);

        assertThat(take(waive("李主任", "已说明", FAILED))).hasSize(1);
        assertThat(take(waive("李主任", "已说明", FAILED))).isEmpty();
        objects(publish(1, TODAY, null, "a", OTHERWISE), AnnualReportRule.CHECK_FAILS);
        assertThat(take(publish(1, TODAY, null, "a", FAILED)))
                .singleElement()
                .isInstanceOfSatisfying(
                        AnnualReportPublished.class, e -> assertThat(e.waived()).isEqualTo(FAILED.check()));
    }

    @Test
    void unfinishedTextStandsAgainstIt() {
        var command = new AnnualReportCommand.PublishReport(
                ID, TOWN, 2023, 1, TODAY, TODAY, null, content("a"), List.of(), Set.of(ReportSection.PROBLEMS));

        objects(command, AnnualReportRule.TEXT_UNFINISHED);
    }

    @Test
    void amendmentHasAReasonAndADifference() {
        take(publish(1, TODAY, null, "a"));

        objects(publish(1, TODAY, "补登", "b"), AnnualReportRule.VERSION_TAKEN);
        objects(publish(2, TODAY, " ", "b"), AnnualReportRule.AMENDMENT_WITHOUT_REASON);
        objects(publish(2, TODAY, "补登", "a"), AnnualReportRule.NOTHING_TO_AMEND);
        objects(publish(2, TODAY.minusDays(1), "补登", "b"), AnnualReportRule.PUBLISHED_BEFORE_LAST_VERSION);
        assertThat(take(publish(2, TODAY, "补登", "b")))
                .singleElement()
                .isInstanceOfSatisfying(
                        AnnualReportPublished.class,
                        e -> assertThat(e.amendmentReason()).isEqualTo("补登"));
    }

    @Test
    void differenceIsNotedOfAPublishedReportOnly() {
        objects(note("x 1 2\n", "李主任", "下年说明"), AnnualReportRule.NOT_PUBLISHED);
        take(publish(1, TODAY, null, "a"));

        objects(note("", "李主任", "下年说明"), AnnualReportRule.NO_DIFFERENCE);
        objects(note("x 1 2\n", "", ""), AnnualReportRule.NOTE_WITHOUT_NAME, AnnualReportRule.NOTE_WITHOUT_REASON);
        assertThat(take(note("x 1 2\n", "李主任", "下年说明"))).hasSize(1);
        assertThat(take(note("x 1 2\n", "李主任", "下年说明"))).isEmpty();
    }

    private static AnnualReportCommand.NoteDifference note(String differences, String by, String reason) {
        return new AnnualReportCommand.NoteDifference(ID, TOWN, 2023, differences, by, reason);
    }

    private static final String WANG = "wang.min";
    private static final String LI = "li.na";

    private static AnnualReportCommand propose(AnnualReportCommand.PublishReport publication) {
        return new AnnualReportCommand.ProposeReport(publication, WANG);
    }

    private static AnnualReportCommand approve(int proposal, String by, String figures, FailedCheck... failed) {
        return new AnnualReportCommand.ApproveReport(
                ID, TOWN, 2023, proposal, by, TODAY, content(figures), List.of(failed), Set.of());
    }

    private static AnnualReportCommand giveBack(int proposal, String reason, String by) {
        return new AnnualReportCommand.ReturnReport(ID, TOWN, 2023, proposal, reason, by);
    }

    private static AnnualReportCommand withdraw(int proposal, String by) {
        return new AnnualReportCommand.WithdrawReport(ID, TOWN, 2023, proposal, by);
    }

    @Test
    void approvedPublicationIsExactlyTheOneThatWasProposed() {
        var publication = publish(1, TODAY.minusDays(3), null, "a");
        AnnualReportEvent directly =
                AnnualReportRules.handle(publication, report).get(0);

        take(propose(publication));
        assertThat(report.version()).isZero();
        assertThat(take(approve(1, LI, "a")))
                .containsExactly(new AnnualReportEvent.ReportApproved(ID, TOWN, 2023, 1, WANG), directly);
        assertThat(report.version()).isEqualTo(1);
        objects(approve(1, LI, "a"), AnnualReportRule.NO_SUCH_REPORT_PROPOSAL);
    }

    @Test
    void whatCouldNotBePublishedIsNotProposedAndWhatChangedIsNotApproved() {
        objects(propose(publish(1, TODAY, null, "a", FAILED)), AnnualReportRule.CHECK_FAILS);
        take(propose(publish(1, TODAY, null, "a")));

        objects(approve(1, LI, "b"), AnnualReportRule.REPORT_CHANGED_SINCE);
        objects(approve(1, LI, "a", FAILED), AnnualReportRule.CHECK_FAILS);
        take(waive("李主任", "已说明", FAILED));
        objects(approve(1, LI, "a", FAILED), AnnualReportRule.REPORT_CHANGED_SINCE);
        assertThat(report.proposal()).satisfies(p -> assertThat(p.isOpen()).isTrue());
        objects(propose(publish(1, TODAY, null, "b")), AnnualReportRule.REPORT_PROPOSAL_OPEN);
    }

    @Test
    void nobodyApprovesHisOwnReportAndAReturnSaysWhy() {
        take(propose(publish(1, TODAY, null, "a")));

        objects(approve(1, WANG, "a"), AnnualReportRule.OWN_REPORT_PROPOSAL);
        objects(giveBack(1, "请核对", WANG), AnnualReportRule.OWN_REPORT_PROPOSAL);
        objects(giveBack(1, " ", LI), AnnualReportRule.REPORT_RETURN_WITHOUT_REASON);
        objects(withdraw(1, LI), AnnualReportRule.REPORT_PROPOSAL_OF_ANOTHER);
        objects(withdraw(2, WANG), AnnualReportRule.NO_SUCH_REPORT_PROPOSAL);
        take(giveBack(1, "请核对", LI));
        assertThat(report.proposal()).satisfies(p -> {
            assertThat(p.isReturned()).isTrue();
            assertThat(p.returnedFor()).isEqualTo("请核对");
        });
        take(propose(publish(1, TODAY, null, "a")));
        assertThat(report.proposal()).extracting(p -> p.content().proposal()).isEqualTo(2);
        assertThat(take(withdraw(2, WANG))).hasSize(1);
        assertThat(report.proposal()).extracting(ReportProposal::stage).isEqualTo(ApprovalStage.WITHDRAWN);
    }

    @Test
    void organThatWantsASecondPersonDoesNotPublishAtOnce() {
        assertThatThrownBy(() -> AnnualReportRules.handle(publish(1, TODAY, null, "a"), report, () -> true))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::rule)
                                .containsExactly(AnnualReportRule.REPORT_NEEDS_APPROVAL.name()));
        assertThat(AnnualReportRules.handle(publish(1, TODAY, null, "a"), report, () -> false))
                .hasSize(1);
        assertThat(AnnualReportRules.handle(propose(publish(1, TODAY, null, "a")), report, () -> true))
                .hasSize(1);
    }
}
