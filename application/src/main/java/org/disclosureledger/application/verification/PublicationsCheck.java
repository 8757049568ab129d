package org.disclosureledger.application.verification;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.eventstore.ScannedEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whether each annual report that was published says what the ledger said at the event that it names, and whether its
 * documents are kept as they were. Not thread-safe.
 */
final class PublicationsCheck {

    private final Findings findings = new Findings();
    private final List<StoredEvent> publications = new ArrayList<>();
    private final JdbcTemplate template;

    PublicationsCheck(Connection connection) {
        this.template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    void accept(List<ScannedEvent> page) {
        for (ScannedEvent scanned : page) {
            StoredEvent stored = scanned.stored();
            if (stored != null && stored.row().type().equals("AnnualReportPublished")) {
                publications.add(stored);
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
    }

    private void compare(PublishedVersion version, ReferenceStore reference) {
        AnnualReportPublished published = version.published();
        String organ = published.organ().value();
        String what = "机关 " + organ + " " + published.year() + " 年度报告第 " + published.version() + " 版";
        List<String> hash = template.queryForList(
                "select encode(hash, 'hex') from ledger_event where number = ?", String.class, version.knownUpTo());
        if (!hash.contains(published.knownHash())) {
            add(version.stored(), "knownHashDiffers", "", what + "所依据的第 " + version.knownUpTo() + " 号事件的杂凑值与发布时不同");
        }
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
        version.documents().forEach((format, digest) -> {
            List<byte[]> kept = template.query(
                    "select content from published_document where organ = ? and digest = ?",
                    (row, n) -> row.getBytes(1),
                    organ,
                    digest);
            if (kept.isEmpty()) {
                add(version.stored(), "documentMissing", format, what + "的 " + format + " 文件没有留存");
            } else if (!HashAlgorithm.SHA_256.hex(kept.get(0)).equals(digest)) {
                add(version.stored(), "documentAltered", format, what + "的 " + format + " 文件与发布时的校验值不符");
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
        return findings.check("publications", "已发布的年度报告与发布时的台账", publications.size());
    }
}
