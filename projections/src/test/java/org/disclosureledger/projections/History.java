package org.disclosureledger.projections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.domain.tally.TallyId;
import org.disclosureledger.domain.tally.TallyItem;
import org.jspecify.annotations.Nullable;

/** Events as they come out of the ledger: numbered without gaps, each in a commit of its own unless told otherwise. */
public final class History {

    public static final OrganCode TOWN = new OrganCode("town");

    private final List<RecordedEvent> events = new ArrayList<>();
    private Instant commit = Instant.parse("2024-01-02T00:00:00Z");
    private boolean oneCommit;

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** What follows is recorded in one commit. */
    public History together() {
        commit = commit.plusSeconds(60);
        oneCommit = true;
        return this;
    }

    public History apart() {
        oneCommit = false;
        return this;
    }

    public History and(DomainEvent event) {
        if (!oneCommit) {
            commit = commit.plusSeconds(60);
        }
        events.add(new RecordedEvent(events.size() + 1L, commit, event));
        return this;
    }

    public static RequestId request(int number) {
        return new RequestId(new UUID(1, number));
    }

    public static RemedyId remedy(int number) {
        return new RemedyId(new UUID(2, number));
    }

    public History organ(String name) {
        return and(new OrganEvent.OrganEstablished(TOWN, name, null));
    }

    public History received(int number, ApplicantKind kind, String on) {
        return and(new RequestEvent.RequestReceived(
                request(number),
                TOWN,
                "R" + number,
                LocalDate.parse(on),
                Channel.POST,
                kind,
                new SealedText("s1.name"),
                null,
                null,
                null,
                new SealedText("s1.content")));
    }

    public History decided(int number, Outcome outcome, String on) {
        return and(new RequestEvent.RequestDecided(request(number), TOWN, LocalDate.parse(on), outcome, null));
    }

    public History corrected(int number, String fact, String was, String is) {
        return and(new RequestEvent.RequestFactCorrected(request(number), TOWN, fact, was, is, "录入错误"));
    }

    public History accepted(
            int number,
            Procedure procedure,
            @Nullable Boolean afterReconsideration,
            @Nullable Integer request,
            String on) {
        return and(new RemedyEvent.RemedyAccepted(
                remedy(number),
                TOWN,
                "C" + number,
                procedure,
                afterReconsideration,
                request == null ? null : "R" + request,
                request == null ? null : request(request),
                LocalDate.parse(on)));
    }

    public History concluded(int number, RemedyResult result, String on) {
        return and(new RemedyEvent.RemedyConcluded(remedy(number), TOWN, LocalDate.parse(on), result));
    }

    public History appealed(int number, Instance instance, String on) {
        return and(new RemedyEvent.RemedyAppealed(
                remedy(number), TOWN, instance, LocalDate.parse(on), instance.id() + on, null, null));
    }

    public History ended(int number, RemedyResult ruling, String on) {
        return and(new RemedyEvent.RemedyAppealConcluded(remedy(number), TOWN, LocalDate.parse(on), ruling, "C" + on));
    }

    public History correctedRemedy(int number, String fact, String was, String is) {
        return and(new RemedyEvent.RemedyFactCorrected(remedy(number), TOWN, fact, was, is, null, "录入错误"));
    }

    public History decidedAnew(int number, Outcome outcome, String on) {
        return and(new RequestEvent.RequestDecidedAnew(request(number), TOWN, LocalDate.parse(on), outcome, null));
    }

    public History reopened(int number, String on) {
        return and(new RequestEvent.RequestReopened(
                request(number), TOWN, LocalDate.parse(on), ReopeningGround.JUDGMENT, null, null, null));
    }

    public History chose(CountingChoice choice, int fromYear) {
        return and(new OrganEvent.CountingRuleChosen(TOWN, choice.rule(), choice, choice.version(), fromYear));
    }

    public History issued(int number, String on) {
        return and(new DocumentEvent.DocumentIssued(
                new DocumentId(new UUID(3, number)),
                TOWN,
                DocumentCategory.NORMATIVE_DOCUMENT,
                "镇政发" + number,
                "通知",
                LocalDate.parse(on)));
    }

    public History repealed(int number, String on) {
        return and(new DocumentEvent.DocumentRepealed(new DocumentId(new UUID(3, number)), TOWN, LocalDate.parse(on)));
    }

    public History reported(TallyItem item, int year, String amount) {
        return and(new TallyEvent.TallyReported(
                new TallyId(new UUID(item.id().hashCode(), year)), TOWN, year, item, new BigDecimal(amount), null));
    }

    public static PublicationId publication(int number) {
        return new PublicationId(new UUID(7, number));
    }

    public History prepared(int number, ContentClass contentClass, @Nullable String emphasis, String madeOn) {
        return and(new PublicationEvent.PublicationPrepared(
                publication(number),
                TOWN,
                "P" + number,
                "信息" + number,
                contentClass,
                emphasis,
                LocalDate.parse(madeOn)));
    }

    public History reviewed(int number, String on) {
        return and(new PublicationEvent.PublicationReviewed(
                publication(number), TOWN, LocalDate.parse(on), "王主任", ReviewVerdict.PUBLISH, null));
    }

    public History published(int number, PublicationChannel channel, String on) {
        return and(new PublicationEvent.PublicationPublished(
                publication(number), TOWN, channel, LocalDate.parse(on), null));
    }

    public History updated(int number, String on) {
        return and(new PublicationEvent.PublicationUpdated(publication(number), TOWN, LocalDate.parse(on), "内容调整"));
    }

    public History withdrawn(int number, @Nullable PublicationChannel channel, String on) {
        return and(new PublicationEvent.PublicationWithdrawn(
                publication(number), TOWN, LocalDate.parse(on), channel, "内容失效"));
    }

    public History correctedPublication(int number, String fact, @Nullable String was, String is) {
        return and(new PublicationEvent.PublicationFactCorrected(publication(number), TOWN, fact, was, is, "录入错误"));
    }

    public History wrote(ReportSection section, String text) {
        return and(
                new AnnualReportEvent.SectionWritten(new AnnualReportId(new UUID(5, 2024)), TOWN, 2024, section, text));
    }
}
