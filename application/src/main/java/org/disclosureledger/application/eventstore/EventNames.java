package org.disclosureledger.application.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.ConsolidatedReportEvent;
import org.disclosureledger.domain.report.ExternalTablesEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.domain.tally.TallyEvent;

/** Every event of the domain with the name that it bears in the ledger. */
public final class EventNames {

    /** A revision that only adds what may be absent reads the one before it as it stands. */
    private static final List<Upcast> MORE_MAY_BE_SAID = List.of(payload -> payload);

    private static final List<EventName> ALL = List.of(
            new EventName("OrganEstablished", 1, OrganEvent.OrganEstablished.class),
            new EventName("OrganRenamed", 1, OrganEvent.OrganRenamed.class),
            new EventName("CountingRuleChosen", 1, OrganEvent.CountingRuleChosen.class),
            new EventName("ApprovalRequired", 1, OrganEvent.ApprovalRequired.class),
            new EventName("ApprovalDropped", 1, OrganEvent.ApprovalDropped.class),
            new EventName("OrganPlaced", 1, OrganEvent.OrganPlaced.class),
            new EventName("OrganMerged", 1, OrganEvent.OrganMerged.class),
            new EventName("OrganMergerWithdrawn", 1, OrganEvent.OrganMergerWithdrawn.class),
            new EventName("RequestReceived", 1, RequestEvent.RequestReceived.class),
            new EventName("CorrectionRequested", 2, RequestEvent.CorrectionRequested.class, MORE_MAY_BE_SAID),
            new EventName("CorrectionReceived", 1, RequestEvent.CorrectionReceived.class),
            new EventName("AnswerPeriodExtended", 2, RequestEvent.AnswerPeriodExtended.class, MORE_MAY_BE_SAID),
            new EventName("ThirdPartyConsulted", 2, RequestEvent.ThirdPartyConsulted.class, MORE_MAY_BE_SAID),
            new EventName("ThirdPartyResponded", 2, RequestEvent.ThirdPartyResponded.class, MORE_MAY_BE_SAID),
            new EventName("FeeNotified", 2, RequestEvent.FeeNotified.class, MORE_MAY_BE_SAID),
            new EventName("FeePaid", 2, RequestEvent.FeePaid.class, MORE_MAY_BE_SAID),
            new EventName("RequestDecided", 1, RequestEvent.RequestDecided.class),
            new EventName("DecisionDelivered", 2, RequestEvent.DecisionDelivered.class, MORE_MAY_BE_SAID),
            new EventName("ReceiptDocumented", 1, RequestEvent.ReceiptDocumented.class),
            new EventName("OrganConsulted", 1, RequestEvent.OrganConsulted.class),
            new EventName("OrganResponded", 1, RequestEvent.OrganResponded.class),
            new EventName("ReasonsRequested", 1, RequestEvent.ReasonsRequested.class),
            new EventName("ReasonsGiven", 1, RequestEvent.ReasonsGiven.class),
            new EventName("LaterDateFixed", 1, RequestEvent.LaterDateFixed.class),
            new EventName("DecisionReasoned", 1, RequestEvent.DecisionReasoned.class),
            new EventName("LetterIssued", 1, RequestEvent.LetterIssued.class),
            new EventName("LetterDelivered", 1, RequestEvent.LetterDelivered.class),
            new EventName("AttachmentAdded", 1, RequestEvent.AttachmentAdded.class),
            new EventName("AttachmentWithdrawn", 1, RequestEvent.AttachmentWithdrawn.class),
            new EventName("RequestReopened", 1, RequestEvent.RequestReopened.class),
            new EventName("RequestDecidedAnew", 1, RequestEvent.RequestDecidedAnew.class),
            new EventName("DeadlineMoved", 1, RequestEvent.DeadlineMoved.class),
            new EventName("HandlerAssigned", 1, RequestEvent.HandlerAssigned.class),
            new EventName("HandlerReleased", 1, RequestEvent.HandlerReleased.class),
            new EventName("AnswerProposed", 1, RequestEvent.AnswerProposed.class),
            new EventName("ExtensionProposed", 1, RequestEvent.ExtensionProposed.class),
            new EventName("ProposalApproved", 1, RequestEvent.ProposalApproved.class),
            new EventName("ProposalReturned", 1, RequestEvent.ProposalReturned.class),
            new EventName("ProposalWithdrawn", 1, RequestEvent.ProposalWithdrawn.class),
            new EventName("RequestDetailRecorded", 1, RequestEvent.RequestDetailRecorded.class),
            new EventName("RequestFactCorrected", 1, RequestEvent.RequestFactCorrected.class),
            new EventName("RemedyAccepted", 1, RemedyEvent.RemedyAccepted.class),
            new EventName("RemedyConcluded", 1, RemedyEvent.RemedyConcluded.class),
            new EventName("RemedyAppealed", 1, RemedyEvent.RemedyAppealed.class),
            new EventName("RemedyAppealConcluded", 1, RemedyEvent.RemedyAppealConcluded.class),
            new EventName("RemedyLinked", 1, RemedyEvent.RemedyLinked.class),
            new EventName("RemedyDetailRecorded", 1, RemedyEvent.RemedyDetailRecorded.class),
            new EventName("RemedyFactCorrected", 1, RemedyEvent.RemedyFactCorrected.class),
            new EventName("DocumentIssued", 1, DocumentEvent.DocumentIssued.class),
            new EventName("DocumentRepealed", 1, DocumentEvent.DocumentRepealed.class),
            new EventName("DocumentDetailRecorded", 1, DocumentEvent.DocumentDetailRecorded.class),
            new EventName("DocumentFactCorrected", 1, DocumentEvent.DocumentFactCorrected.class),
            new EventName("TallyReported", 1, TallyEvent.TallyReported.class),
            new EventName("TallyDetailRecorded", 1, TallyEvent.TallyDetailRecorded.class),
            new EventName("HolidayNoticeEntered", 1, CalendarEvent.HolidayNoticeEntered.class),
            new EventName("CalendarDayChanged", 1, CalendarEvent.CalendarDayChanged.class),
            new EventName("PublicationPrepared", 1, PublicationEvent.PublicationPrepared.class),
            new EventName("PublicationReviewed", 1, PublicationEvent.PublicationReviewed.class),
            new EventName("PublicationPublished", 1, PublicationEvent.PublicationPublished.class),
            new EventName("PublicationUpdated", 1, PublicationEvent.PublicationUpdated.class),
            new EventName("PublicationWithdrawn", 1, PublicationEvent.PublicationWithdrawn.class),
            new EventName("PublicationFactCorrected", 1, PublicationEvent.PublicationFactCorrected.class),
            new EventName("SectionWritten", 1, AnnualReportEvent.SectionWritten.class),
            new EventName("CheckWaived", 1, AnnualReportEvent.CheckWaived.class),
            new EventName("AnnualReportPublished", 1, AnnualReportEvent.AnnualReportPublished.class),
            new EventName("DifferenceNoted", 1, AnnualReportEvent.DifferenceNoted.class),
            new EventName("ReportProposed", 1, AnnualReportEvent.ReportProposed.class),
            new EventName("ReportApproved", 1, AnnualReportEvent.ReportApproved.class),
            new EventName("ReportReturned", 1, AnnualReportEvent.ReportReturned.class),
            new EventName("ReportProposalWithdrawn", 1, AnnualReportEvent.ReportProposalWithdrawn.class),
            new EventName("ConsolidatedSectionWritten", 1, ConsolidatedReportEvent.ConsolidatedSectionWritten.class),
            new EventName("ConsolidationWaived", 1, ConsolidatedReportEvent.ConsolidationWaived.class),
            new EventName("ConsolidatedReportPublished", 1, ConsolidatedReportEvent.ConsolidatedReportPublished.class),
            new EventName("ExternalTablesReceived", 1, ExternalTablesEvent.ExternalTablesReceived.class),
            new EventName("AccountOpened", 1, AccountEvent.AccountOpened.class),
            new EventName("AccountSuspended", 1, AccountEvent.AccountSuspended.class),
            new EventName("AccountResumed", 1, AccountEvent.AccountResumed.class),
            new EventName("RoleGranted", 1, AccountEvent.RoleGranted.class),
            new EventName("RoleWithdrawn", 1, AccountEvent.RoleWithdrawn.class),
            new EventName("IdentityLinked", 1, AccountEvent.IdentityLinked.class),
            new EventName("IdentityUnlinked", 1, AccountEvent.IdentityUnlinked.class),
            new EventName("PersonalDataRead", 1, AccessEvent.PersonalDataRead.class),
            new EventName("DataExported", 1, AccessEvent.DataExported.class),
            new EventName("SignedIn", 2, AccessEvent.SignedIn.class, MORE_MAY_BE_SAID),
            new EventName("SignInsRefused", 1, AccessEvent.SignInsRefused.class),
            new EventName("RestrictionTermSet", 1, RetentionEvent.RestrictionTermSet.class),
            new EventName("DestructionProposed", 1, RetentionEvent.DestructionProposed.class),
            new EventName("DestructionAbandoned", 1, RetentionEvent.DestructionAbandoned.class),
            new EventName("ArchivePackageExported", 1, RetentionEvent.ArchivePackageExported.class),
            new EventName("PersonalDataDestroyed", 1, RetentionEvent.PersonalDataDestroyed.class));

    private static final Map<String, EventName> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventName::name, Function.identity()));
    private static final Map<Class<?>, EventName> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventName::type, Function.identity()));

    private EventNames() {}

    public static List<EventName> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException when the class has no name */
    public static EventName of(DomainEvent event) {
        EventName name = BY_TYPE.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("event without a name: " + event.getClass());
        }
        return name;
    }

    /** @throws IllegalArgumentException when no event has this name */
    public static EventName of(String name) {
        EventName found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("unknown event name: " + name);
        }
        return found;
    }
}
