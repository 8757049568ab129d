package org.disclosureledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsolidatedReportRulesTest {

    private static final ConsolidatedReportId ID = new ConsolidatedReportId(new UUID(2, 2023));
    private static final OrganCode COUNTY = new OrganCode("county");
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
    private static final FailedCheck MISSING = new FailedCheck("members.missing:town:-", "某镇没有发布2023年度报告");
    private static final FailedCheck OTHERWISE = new FailedCheck("members.missing:town:-", "某街道没有发布2023年度报告");

    private ConsolidatedReport report = ConsolidatedReport.empty();
    private boolean approved;

    private static ConsolidatedReportCommand publish(
            int version, @Nullable String reason, String members, String figures, FailedCheck... failed) {
        return new ConsolidatedReportCommand.PublishConsolidated(
                ID,
                COUNTY,
                2023,
                version,
                TODAY,
                TODAY,
                reason,
                "members/1",
                members,
                new ReportContent(
                        "某县人民政府", "2021-30", "", "7", "ab", figures, Map.of(ReportSection.OVERVIEW, "概况"), "docx=00\n"),
                List.of(failed),
                Set.of());
    }

    private List<ConsolidatedReportEvent> take(ConsolidatedReportCommand command) {
        List<ConsolidatedReportEvent> events = ConsolidatedReportRules.handle(command, report, () -> approved);
        events.forEach(event -> report = report.evolve(event));
        return events;
    }

    private static void objects(Runnable act, AnnualReportRule... rules) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::rule)
                                .containsExactly(
                                        Arrays.stream(rules).map(Enum::name).toArray(String[]::new)));
    }

    @Test
    void missingOrganStandsAgainstItUntilANamedPersonAnswersForIt() {
        var waive = new ConsolidatedReportCommand.WaiveObstacle(
                ID, COUNTY, 2023, MISSING.check(), "李主任", "尚未移交", List.of(MISSING));
        objects(() -> take(publish(1, null, "m", "a", MISSING)), AnnualReportRule.CHECK_FAILS);
        objects(
                () -> take(new ConsolidatedReportCommand.WaiveObstacle(
                        ID, COUNTY, 2023, MISSING.check(), " ", "", List.of(MISSING))),
                AnnualReportRule.WAIVER_WITHOUT_NAME,
                AnnualReportRule.WAIVER_WITHOUT_REASON);
        objects(
                () -> take(new ConsolidatedReportCommand.WaiveObstacle(
                        ID, COUNTY, 2023, MISSING.check(), "李主任", "尚未移交", List.of())),
                AnnualReportRule.CHECK_HOLDS);

        assertThat(take(waive))
                .containsExactly(
                        new ConsolidationWaived(ID, COUNTY, 2023, MISSING.check(), MISSING.finding(), "李主任", "尚未移交"));
        assertThat(take(waive)).isEmpty();
        objects(() -> take(publish(1, null, "m", "a", OTHERWISE)), AnnualReportRule.CHECK_FAILS);
        assertThat(take(publish(1, null, "m", "a", MISSING)))
                .singleElement()
                .isInstanceOfSatisfying(ConsolidatedReportPublished.class, e -> {
                    assertThat(e.waived()).isEqualTo(MISSING.check());
                    assertThat(e.overview()).isEqualTo("概况");
                    assertThat(e.amendmentReason()).isNull();
                });
    }

    /** The same figures of another version of a member are another report. */
    @Test
    void amendmentHasAReasonAndADifference() {
        take(publish(1, "不填", "m", "a"));

        objects(() -> take(publish(1, "修订", "m2", "a")), AnnualReportRule.VERSION_TAKEN);
        objects(() -> take(publish(2, " ", "m2", "a")), AnnualReportRule.AMENDMENT_WITHOUT_REASON);
        objects(() -> take(publish(2, "修订", "m", "a")), AnnualReportRule.NOTHING_TO_AMEND);
        assertThat(take(publish(2, "修订", "m2", "a")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsolidatedReportPublished.class,
                        e -> assertThat(e.amendmentReason()).isEqualTo("修订"));
    }

    @Test
    void organThatWantsASecondPersonIsRefusedAndNotLetThrough() {
        approved = true;

        objects(() -> take(publish(1, null, "m", "a")), AnnualReportRule.CONSOLIDATION_NEEDS_APPROVAL);
    }

    @Test
    void textIsWrittenOnce() {
        var write =
                new ConsolidatedReportCommand.WriteConsolidatedSection(ID, COUNTY, 2023, ReportSection.PROBLEMS, "问题");

        assertThat(take(write)).hasSize(1);
        assertThat(take(write)).isEmpty();
        assertThat(report.sections()).containsEntry(ReportSection.PROBLEMS, "问题");
    }

    private @Nullable ExternalTablesReceived last;

    private List<ExternalTablesEvent> receive(
            String figures, String acceptedBy, String reason, boolean publishes, FailedCheck... failed) {
        List<ExternalTablesEvent> events = ExternalTablesRules.handle(
                new ExternalTablesCommand.ReceiveExternalTables(
                        new ExternalTablesId(new UUID(3, 2023)),
                        new OrganCode("town"),
                        2023,
                        COUNTY,
                        "2021-30",
                        figures,
                        "town-2023.xlsx",
                        "00ff",
                        List.of(failed),
                        acceptedBy,
                        reason,
                        publishes),
                last);
        events.forEach(event -> last = (ExternalTablesReceived) event);
        return events;
    }

    @Test
    void tablesFromElsewhereComeInCheckedOrAnsweredFor() {
        FailedCheck unbalanced = new FailedCheck("requests.balance:-:total", "应为 3，表中为 2");
        objects(() -> receive("a", "", "", false, unbalanced), AnnualReportRule.EXTERNAL_CHECK_FAILS);
        objects(() -> receive("a", "李主任", " ", false, unbalanced), AnnualReportRule.EXTERNAL_ACCEPTED_WITHOUT_REASON);
        objects(() -> receive("a", "", "", true), AnnualReportRule.EXTERNAL_BESIDE_PUBLISHED);

        assertThat(receive("a", "李主任", "原表如此", false, unbalanced))
                .singleElement()
                .isInstanceOfSatisfying(ExternalTablesReceived.class, e -> {
                    assertThat(e.failed()).isEqualTo("requests.balance:-:total 应为 3，表中为 2");
                    assertThat(e.acceptedBy()).isEqualTo("李主任");
                    assertThat(e.receipt()).isEqualTo(1);
                });
        assertThat(receive("a", "李主任", "原表如此", false, unbalanced)).isEmpty();
        assertThat(receive("b", "李主任", "多余的", false))
                .singleElement()
                .isInstanceOfSatisfying(ExternalTablesReceived.class, e -> {
                    assertThat(e.receipt()).isEqualTo(2);
                    assertThat(e.acceptedBy()).isNull();
                    assertThat(e.failed()).isEmpty();
                });
    }
}
