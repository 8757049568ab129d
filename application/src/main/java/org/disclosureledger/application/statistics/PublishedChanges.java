package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.disclosureledger.application.axon.Announcer;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.report.AnnualReportRule;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.Forecast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What events would do to years that are published, told before they are recorded: which figures, and what follows for
 * the figures that the year after carries in.
 */
@Component
public class PublishedChanges implements Announcer {

    private static final String CARRIED_IN = "carriedIn";

    private final AnnualTablesQuery query;
    private final PublishedVersions versions;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    PublishedChanges(
            AnnualTablesQuery query, PublishedVersions versions, PlatformTransactionManager transactions, Clock clock) {
        this.query = query;
        this.versions = versions;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public List<Finding> announce(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        String organ = events.get(0).organ().value();
        Map<Integer, PublishedVersion> published = versions.latest(organ);
        if (published.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = oneMoment.execute(status -> findings(organ, published, f -> f.add(events)));
        return findings == null ? List.of() : findings;
    }

    /**
     * The same for many cases, within the running transaction.
     *
     * @param events gives the forecast all events, those of one case together
     */
    public List<Finding> announce(String organ, Consumer<Forecast> events) {
        Map<Integer, PublishedVersion> published = versions.latest(organ);
        return published.isEmpty() ? List.of() : findings(organ, published, events);
    }

    private List<Finding> findings(String organ, Map<Integer, PublishedVersion> published, Consumer<Forecast> events) {
        int current = Year.now(clock.withZone(ClockConfiguration.CHINA)).getValue();
        TreeSet<Integer> years = new TreeSet<>(published.keySet());
        published.keySet().stream()
                .map(year -> year + 1)
                .filter(y -> y <= current)
                .forEach(years::add);
        Forecast forecast = query.forecast(organ, years, query.now());
        events.accept(forecast);
        List<Finding> findings = new ArrayList<>();
        for (Forecast.Change change : forecast.changes()) {
            PublishedVersion version = published.get(change.year());
            if (version != null) {
                findings.add(AnnualReportRule.CHANGES_PUBLISHED_REPORT.onField(
                        "confirmed",
                        String.valueOf(change.year()),
                        String.valueOf(version.version()),
                        change.label(),
                        shown(change.before()),
                        shown(change.after()),
                        published(version, change)));
            } else if (change.cell().row().equals(CARRIED_IN)) {
                findings.add(AnnualReportRule.CHANGES_CARRIED_IN.onField(
                        "confirmed",
                        String.valueOf(change.year()),
                        change.label(),
                        shown(change.before()),
                        shown(change.after())));
            }
        }
        boolean any =
                findings.stream().anyMatch(f -> f.rule().equals(AnnualReportRule.CHANGES_PUBLISHED_REPORT.name()));
        return any ? List.copyOf(findings) : List.of();
    }

    /** What was published, where the tables differ from it already. */
    private static String published(PublishedVersion version, Forecast.Change change) {
        BigDecimal figure = version.figures().find(change.cell());
        BigDecimal before = change.before();
        boolean same =
                (figure == null || before == null) ? (figure == null && before == null) : figure.compareTo(before) == 0;
        return same ? "" : "（已发布的是 " + shown(figure) + "）";
    }

    private static String shown(@Nullable BigDecimal figure) {
        return figure == null ? "空白" : figure.toPlainString();
    }
}
