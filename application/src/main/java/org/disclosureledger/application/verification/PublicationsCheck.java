package org.disclosureledger.application.verification;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.consolidation.ConsolidatedVersion;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.eventstore.ScannedEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whether each annual report that was published says what the ledger said at the event that it names, whether each
 * consolidated one is the sum of what its organs' events say, and whether documents are kept as they were. Not thread-safe.
 */
final class PublicationsCheck {

    private final Findings findings = new Findings();
    private final List<StoredEvent> publications = new ArrayList<>();
    private final List<StoredEvent> consolidated = new ArrayList<>();
    private final Map<Long, StoredEvent> external = new HashMap<>();
    private final JdbcTemplate template;

    PublicationsCheck(Connection connection) {
        this.template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    void accept(List<ScannedEvent> page) {
        for (ScannedEvent scanned : page) {
            StoredEvent stored = scanned.stored();
            if (stored != null) {
                switch (stored.row().type()) {
                    case "AnnualReportPublished" -> publications.add(stored);
                    case "ConsolidatedReportPublished" -> consolidated.add(stored);
                    case "ExternalTablesReceived" -> external.put(stored.number(), stored);
                    default -> {}
                }
            }
        }
    }

    void compare() {
        ReferenceStore reference = new ReferenceStore(template, ReferenceSql.shipped());
        for (StoredEvent stored : publications) {
            try {
                compare(
                        new PublishedVersion(stored, (AnnualReportPublished) stored.event(), List.of(), List.of()),
                        reference);
            } catch (UnreadableEvent | DataAccessException | IllegalArgumentException | ClassCastException e) {
                add(stored, "unreadable", "", "内容读不出来，或者不能据以重新数出年度报表");
            }
        }
        Map<Long, StoredEvent> summed = new HashMap<>(external);
        publications.forEach(stored -> summed.put(stored.number(), stored));
        for (StoredEvent stored : consolidated) {
            try {
                compare(
                        new ConsolidatedVersion(stored, (ConsolidatedReportPublished) stored.event(), List.of()),
                        summed);
            } catch (UnreadableEvent
                    | DataAccessException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | ClassCastException e) {
                add(stored, "unreadable", "", "内容读不出来，或者不能据以重新相加");
            }
        }
    }

    /** Adds up again what the event says was summed, from the events of the organs themselves. */
    private void compare(ConsolidatedVersion version, Map<Long, StoredEvent> summed) {
        ConsolidatedReportPublished published = version.published();
        String organ = published.organ().value();
        String what = "机关 " + organ + " " + published.year() + " 年度汇总报告第 " + published.version() + " 版";
        knownHash(version.stored(), version.knownUpTo(), published.knownHash(), what);
        Map<CellId, BigDecimal> sum = new HashMap<>();
        for (ConsolidatedVersion.Summed member : version.members()) {
            Long number = member.number();
            if (number != null) {
                StoredEvent stored = summed.get(number);
                if (stored == null || !stored.hex().equals(member.hash())) {
                    add(
                            version.stored(),
                            "memberDiffers",
                            member.code(),
                            what + "所汇总的 " + member.code() + " 的第 " + number + " 号事件与发布时不同");
                } else {
                    figures(stored).values().forEach((cell, figure) -> sum.merge(cell, figure, BigDecimal::add));
                }
            }
        }
        StatutoryForms.forYear(published.year())
                .ifPresent(form -> ReferenceDifference.between(version.figures(), Figures.of(sum))
                        .forEach(d -> add(
                                version.stored(),
                                "figureDiffers",
                                d.cell().toString(),
                                what + "“" + form.describe(d.cell()) + "”：发布的是" + shown(d.live()) + "，各机关相加是"
                                        + shown(d.reference()))));
        documents(version.stored(), organ, version.documents(), what);
    }

    private static Figures figures(StoredEvent stored) {
        return PublishedVersion.figures(
                stored.event() instanceof AnnualReportPublished e
                        ? e.figures()
                        : ((ExternalTablesReceived) stored.event()).figures());
    }

    private void compare(PublishedVersion version, ReferenceStore reference) {
        AnnualReportPublished published = version.published();
        String organ = published.organ().value();
        String what = "机关 " + organ + " " + published.year() + " 年度报告第 " + published.version() + " 版";
        knownHash(version.stored(), version.knownUpTo(), published.knownHash(), what);
        StatutoryForms.forYear(published.year())
                .ifPresent(form -> ReferenceDifference.between(
                                version.figures(),
                                reference
                                        .tables(organ, published.year(), published.year(), version.knownUpTo())
                                        .figures(organ, published.year(), form))
                        .forEach(d -> add(
                                version.stored(),
                                "figureDiffers",
                                d.cell().toString(),
                                what + "“" + form.describe(d.cell()) + "”：发布的是" + shown(d.live()) + "，按当时的事件数出的是"
                                        + shown(d.reference()))));
        documents(version.stored(), organ, version.documents(), what);
    }

    private void knownHash(StoredEvent stored, long number, String known, String what) {
        List<String> hash = template.queryForList(
                "select encode(hash, 'hex') from ledger_event where number = ?", String.class, number);
        if (!hash.contains(known)) {
            add(stored, "knownHashDiffers", "", what + "所依据的第 " + number + " 号事件的杂凑值与发布时不同");
        }
    }

    private void documents(StoredEvent stored, String organ, Map<String, String> documents, String what) {
        documents.forEach((format, digest) -> {
            List<byte[]> kept = template.query(
                    "select content from published_document where organ = ? and digest = ?",
                    (row, n) -> row.getBytes(1),
                    organ,
                    digest);
            if (kept.isEmpty()) {
                add(stored, "documentMissing", format, what + "的 " + format + " 文件没有留存");
            } else if (!HashAlgorithm.SHA_256.hex(kept.get(0)).equals(digest)) {
                add(stored, "documentAltered", format, what + "的 " + format + " 文件与发布时的校验值不符");
            }
        });
    }

    private void add(StoredEvent stored, String kind, String place, String sentence) {
        findings.add(
                kind, Map.of("number", stored.number(), "place", place), sentence + "（第 " + stored.number() + " 号事件）");
    }

    private static String shown(@Nullable BigDecimal figure) {
        return figure == null ? "空白" : " " + figure.toPlainString();
    }

    Check result() {
        return findings.check("publications", "已发布的年度报告与发布时的台账", publications.size() + consolidated.size());
    }
}
