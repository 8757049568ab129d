package org.disclosureledger.application.faults;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.document.DocumentCategory;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.document.DocumentId;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.publication.PublicationId;
import org.disclosureledger.domain.publication.ReviewVerdict;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.domain.tally.TallyId;
import org.disclosureledger.domain.tally.TallyItem;
import org.jspecify.annotations.Nullable;

/**
 * A few years of three offices in any order: cases that go their way, facts that turn out wrong, late entries, whatever
 * the statistics count and much that they do not. One or several steps are recorded in one commit.
 */
final class RandomOffices {

    static final List<OrganCode> ORGANS =
            List.of(new OrganCode("town"), new OrganCode("county"), new OrganCode("bureau"));

    private final Random random;
    private final List<RandomCase> cases = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private List<NewEvent> commit = new ArrayList<>();

    RandomOffices(long seed) {
        this.random = new Random(seed);
    }

    /** What the next commit records: the offices themselves first. */
    List<NewEvent> next() {
        commit = new ArrayList<>();
        if (sequences.isEmpty()) {
            ORGANS.forEach(organ ->
                    record("organ", "organ:" + organ, new OrganEvent.OrganEstablished(organ, organ + "镇人民政府", null)));
        }
        int steps = oneIn(3) ? 1 + below(12) : 1;
        for (int i = 0; i < steps; i++) {
            step();
        }
        return List.copyOf(commit);
    }

    private void step() {
        switch (below(20)) {
            case 0, 1, 2 -> begin(new RandomRequest(this));
            case 3 -> begin(new RandomRemedy(this));
            case 4 -> begin(new RandomDocument(this));
            case 5 -> report();
            case 6 -> oneIn(3, this::choose, this::publication);
            case 7 -> oneIn(4, this::write, this::publication);
            default -> {
                if (!cases.isEmpty()) {
                    any(cases).step();
                }
            }
        }
    }

    /** A case that was begun may go on at any later time. */
    private void begin(RandomCase fresh) {
        cases.add(fresh);
        fresh.step();
        // Registers are handed in late: much is known at once.
        while (oneIn(3)) {
            fresh.step();
        }
    }

    /** A case whose next step depends on those before. */
    interface RandomCase {

        void step();
    }

    /** A document of an office, issued and perhaps repealed. */
    private static final class RandomDocument implements RandomCase {

        private final RandomOffices offices;
        private final DocumentId id;
        private final OrganCode organ;
        private @Nullable LocalDate issued;
        private boolean repealed;

        RandomDocument(RandomOffices offices) {
            this.offices = offices;
            this.id = new DocumentId(offices.id());
            this.organ = offices.any(ORGANS);
        }

        private void tell(DocumentEvent event) {
            offices.record("document", id.toString(), event);
        }

        @Override
        public void step() {
            LocalDate on = issued;
            if (on == null) {
                issued = offices.day();
                DocumentCategory category = offices.any(DocumentCategory.values());
                tell(new DocumentEvent.DocumentIssued(id, organ, category, "文" + id, "通知", issued));
            } else if (offices.oneIn(3)) {
                tell(new DocumentEvent.DocumentDetailRecorded(id, organ, "remark:备注", "s1.remark"));
            } else if (!repealed && offices.oneIn(2)) {
                repealed = true;
                tell(new DocumentEvent.DocumentRepealed(id, organ, offices.after(on)));
            } else {
                String fact = offices.any(
                        repealed
                                ? List.of("category", "issuedOn", "repealedOn", "title")
                                : List.of("category", "issuedOn", "title"));
                String value = fact.equals("category")
                        ? offices.any(DocumentCategory.values()).id()
                        : fact.equals("title") ? "决定" : offices.day().toString();
                tell(new DocumentEvent.DocumentFactCorrected(id, organ, fact, "原值", value, "录入错误"));
            }
        }
    }

    /** Figures of items, reported again and again. */
    private void report() {
        OrganCode organ = any(ORGANS);
        TallyItem item = any(TallyItem.values());
        int year = 2020 + below(7);
        BigDecimal amount = item == TallyItem.FEES
                ? new BigDecimal(below(500_000)).movePointLeft(below(5))
                : new BigDecimal(below(40));
        TallyId id = new TallyId(new UUID(organ.hashCode(), item.id().hashCode() * 10_000L + year));
        record("tally", id.toString(), new TallyEvent.TallyReported(id, organ, year, item, amount, null));
    }

    private void choose() {
        OrganCode organ = any(ORGANS);
        CountingChoice choice = any(CountingChoice.values());
        record(
                "organ",
                "organ:" + organ,
                new OrganEvent.CountingRuleChosen(organ, choice.rule(), choice, choice.version(), 2021 + below(6)));
    }

    private void publication() {
        OrganCode organ = any(ORGANS);
        PublicationId id = new PublicationId(id());
        LocalDate day = day();
        List.of(
                        new PublicationEvent.PublicationPrepared(
                                id, organ, "P" + id, "信息", any(ContentClass.values()), null, day),
                        new PublicationEvent.PublicationReviewed(
                                id, organ, after(day), "王主任", ReviewVerdict.PUBLISH, null),
                        new PublicationEvent.PublicationPublished(
                                id, organ, any(PublicationChannel.values()), after(day), null))
                .subList(0, 1 + below(3))
                .forEach(event -> record("publication", id.toString(), event));
    }

    private void write() {
        OrganCode organ = any(ORGANS);
        int year = 2021 + below(6);
        AnnualReportId id = new AnnualReportId(new UUID(organ.hashCode(), -year));
        record(
                "annual-report",
                id.toString(),
                new AnnualReportEvent.SectionWritten(id, organ, year, any(ReportSection.values()), "正文"));
    }

    void record(String aggregateType, String aggregateId, DomainEvent event) {
        long sequence = sequences.merge(aggregateId, 0L, (last, ignored) -> last + 1);
        commit.add(new NewEvent(id(), aggregateType, aggregateId, sequence, event, Map.of("by", "faults")));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    int below(int n) {
        return random.nextInt(n);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private void oneIn(int n, Runnable seldom, Runnable often) {
        (oneIn(n) ? seldom : often).run();
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** From the year before the form's first to this one. */
    LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_500));
    }

    /** Mostly soon, often over the end of a year, now and then of years. */
    LocalDate after(LocalDate day) {
        return day.plusDays(random.nextInt(oneIn(3) ? 900 : 60));
    }
}
