package org.disclosureledger.projections.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.disclosureledger.domain.report.ExternalTablesId;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.TestDatabase;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables that were published or came in, added up at any point of the ledger. */
class ReportedTablesTest {

    private static final StatutoryForm FORM = StatutoryForms.forYear(2024).orElseThrow();
    private static final CellId RECEIVED = new CellId("requests", "newReceived", "total");
    private static final CellId FEES = new CellId("proactive", "fees", "count");
    private static final List<String> ALL = List.of("a", "b", "c", "nobody");

    private final ReportedTablesStore store = new ReportedTablesStore(JdbcClient.create(TestDatabase.template()));
    private final ReportedTablesProjector projector = new ReportedTablesProjector(store);
    private long number;

    @BeforeEach
    void empty() {
        projector.reset();
    }

    private long take(DomainEvent event) {
        projector.project(List.of(new RecordedEvent(++number, Instant.EPOCH.plusSeconds(number), event)));
        return number;
    }

    /** @param fees empty for a blank */
    private static String figures(int received, String fees) {
        return "requests/newReceived/total=" + received + "\n"
                + (fees.isEmpty() ? "" : "proactive/fees/count=" + fees + "\n");
    }

    private long publish(String organ, int version, int received, String fees) {
        return take(new AnnualReportPublished(
                new AnnualReportId(new UUID(1, organ.hashCode())),
                new OrganCode(organ),
                2024,
                version,
                LocalDate.of(2025, 1, version),
                null,
                organ,
                FORM.id(),
                "rule:choice/1",
                "1",
                "00",
                figures(received, fees),
                "",
                "",
                "",
                "",
                ""));
    }

    private long receive(String organ, int receipt, int received, String fees) {
        return take(new ExternalTablesReceived(
                new ExternalTablesId(new UUID(2, organ.hashCode())),
                new OrganCode(organ),
                2024,
                receipt,
                new OrganCode("county"),
                FORM.id(),
                figures(received, fees),
                organ + ".json",
                "00",
                "",
                null,
                null));
    }

    private String sums(long upTo) {
        FigureSum sum = store.sum(FORM, 2024, ALL, upTo);
        return sum.figures().printed(RECEIVED) + " " + sum.figures().printed(FEES);
    }

    @Test
    void latestVersionOfEachIsAddedUpAsOfAnyEvent() {
        long first = publish("a", 1, 2, "0.50");
        long second = receive("b", 1, 3, "1");
        long third = publish("a", 2, 5, "0.50");
        long fourth = receive("b", 2, 7, "1.25");

        assertThat(sums(first)).isEqualTo("2 0.50");
        assertThat(sums(second)).isEqualTo("5 1.50");
        assertThat(sums(third)).isEqualTo("8 1.50");
        assertThat(sums(fourth)).isEqualTo("12 1.75");
        assertThat(store.versions(2024, ALL, third))
                .extracting(v -> v.organ() + " " + v.source().id() + " " + v.version() + " " + v.number())
                .containsExactlyInAnyOrder("a published 2 " + third, "b external 1 " + second);
        assertThat(store.versions(2023, ALL, fourth)).isEmpty();
    }

    /** Tables that came in before the organ published are not added to what it published. */
    @Test
    void whatWasPublishedComesBeforeWhatCameIn() {
        receive("a", 1, 9, "");
        publish("a", 1, 2, "0");

        assertThat(sums(number)).isEqualTo("2 0");
        assertThat(store.versions(2024, ALL, number))
                .singleElement()
                .satisfies(v -> assertThat(v.source()).isEqualTo(ReportedSource.PUBLISHED));
    }

    @Test
    void blankIsNotZero() {
        publish("a", 1, 2, "");
        publish("b", 1, 3, "");
        assertThat(store.sum(FORM, 2024, ALL, number).figures().find(FEES)).isNull();
        assertThat(store.sum(FORM, 2024, ALL, number).blanks()).isEmpty();

        publish("c", 1, 0, "4.5");
        FigureSum sum = store.sum(FORM, 2024, ALL, number);
        assertThat(sum.figures().find(FEES)).isEqualByComparingTo("4.5");
        assertThat(sum.blanks()).containsExactly(Map.entry(FEES, List.of("a", "b")));
        assertThat(store.shares(FORM, FEES, 2024, ALL, number)).containsExactly(Map.entry("c", new BigDecimal("4.5")));
        assertThat(store.shares(FORM, RECEIVED, 2024, ALL, number).values())
                .containsExactly(new BigDecimal(2), new BigDecimal(3), BigDecimal.ZERO);
    }

    @Test
    void figuresComeBackAsTheyWereWritten() {
        publish("a", 1, 2, "1.50");

        assertThat(store.figures(FORM, 2024, "a", number).orElseThrow().values())
                .containsOnly(Map.entry(FEES, new BigDecimal("1.50")), Map.entry(RECEIVED, new BigDecimal(2)));
        assertThat(store.figures(FORM, 2024, "b", number)).isEmpty();
    }

    @Test
    void figureThatTheFormDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> PackedFigures.of(FORM, "requests/nothing/total=1\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 40,000 organs: the sum over a country is one pass over a few megabytes. */
    @Test
    void countryIsAddedUpWithoutKeepingItsTables() {
        StringBuilder full = new StringBuilder();
        FORM.cells().keySet().forEach(cell -> full.append(cell).append("=12\n"));
        String packed = PackedFigures.of(FORM, full.toString());
        int organs = 40_000;
        TestDatabase.template()
                .update(
                        "insert into reported_tables (organ, year, source, version, form, counting_rules, figures, first_event)"
                                + " select 'organ-' || n, 2024, 'published', 1, ?, '', ?, n from generate_series(1, ?) n",
                        FORM.id(),
                        packed,
                        organs);
        List<String> codes = new ArrayList<>();
        for (int n = 1; n <= organs; n++) {
            codes.add("organ-" + n);
        }
        long began = System.nanoTime();
        FigureSum sum = store.sum(FORM, 2024, codes, Long.MAX_VALUE);
        System.out.printf("%d organs added up in %d ms%n", organs, (System.nanoTime() - began) / 1_000_000);

        assertThat(sum.figures().values()).hasSize(FORM.cells().size());
        assertThat(sum.figures().values().values()).allMatch(v -> v.intValueExact() == 12 * organs);
    }
}
