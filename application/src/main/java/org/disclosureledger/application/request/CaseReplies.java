package org.disclosureledger.application.request;

import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API answers about requests. */
@Component
class CaseReplies {

    private final CaseFiles files;
    private final CaseLinks links;
    private final Applicants applicants;
    private final Registers registers;
    private final CaseHandlers handlers;
    private final IdentityKeys keys;

    CaseReplies(
            CaseFiles files,
            CaseLinks links,
            Applicants applicants,
            Registers registers,
            CaseHandlers handlers,
            IdentityKeys keys) {
        this.handlers = handlers;
        this.files = files;
        this.links = links;
        this.applicants = applicants;
        this.registers = registers;
        this.keys = keys;
    }

    RecordedReply recorded(String organ, Recorded recorded) {
        CaseFile after = after(organ, recorded);
        Receipt receipt = recorded.receipt();
        return RecordedReply.of(
                recorded,
                after,
                receipt == null ? files.clock(after) : files.clock(after, receipt.last()),
                files.proposed(organ, recorded)
                        .map(p -> ProposalReply.address(organ, after.caseId(), p.number()))
                        .orElse(null));
    }

    /** The case as the command left it, whatever came later. */
    private CaseFile after(String organ, Recorded recorded) {
        CaseFile now = files.require(organ, recorded.aggregateId());
        Receipt receipt = recorded.receipt();
        return receipt == null ? now : now.until(receipt.last());
    }

    ReceiptReply received(String organ, List<Recorded> recorded) {
        List<RecordedReply> replies =
                recorded.stream().map(r -> recorded(organ, r)).toList();
        return ReceiptReply.of(
                replies.get(0), replies.subList(1, replies.size()), applicants.before(after(organ, recorded.get(0))));
    }

    CaseReply opened(String organ, String caseId, ReadPoint at) {
        CaseFile file = files.require(organ, caseId, at);
        Registers.OpenedCase row = registers.open(organ, caseId, at).orElseThrow(() -> Problem.notFound("本机关没有这件申请"));
        Applicants.Similar similar = applicants.of(file, at);
        boolean awaitsAnswer = !file.course().isAnswered();
        return new CaseReply(
                caseId,
                file.number(),
                row.facts(),
                row.remarks(),
                file.receipt()
                        .map(r -> details(r, keys.find(organ, caseId).orElse(null)))
                        .orElse(null),
                CourseReply.of(file.course()),
                ClockReply.of(files.clock(file, at)),
                files.dates(file, at),
                files.steps(file).stream().map(CaseReply.StepState::of).toList(),
                awaitsAnswer
                        ? files.outcomes(file, at).stream()
                                .map(CaseReply.ResultAdvice::of)
                                .toList()
                        : List.of(),
                CaseReply.LinksReply.of(links.of(file, at)),
                similar.requests().stream().map(RequestReply::of).toList(),
                similar.earlierInMonth(),
                handlers.of(file).map(HandlerReply::of).orElse(null),
                waiting(file));
    }

    private static @Nullable String waiting(CaseFile file) {
        Proposal latest = file.request().proposal();
        return latest != null && latest.isOpen()
                ? ProposalReply.address(file.organ(), file.caseId(), latest.number())
                : null;
    }

    private static CaseReply.ReceiptDetails details(RequestEvent.ReceiptDocumented receipt, @Nullable CaseKey key) {
        return new CaseReply.ReceiptDetails(
                receipt.arrivedOn(),
                receipt.postalService(),
                receipt.identityProof(),
                open(key, "representative", receipt.representative()),
                open(key, "otherApplicants", receipt.otherApplicants()),
                receipt.wantedForm());
    }

    private static @Nullable String open(@Nullable CaseKey key, String component, @Nullable SealedText sealed) {
        return sealed == null || key == null ? null : key.open(component, sealed.value());
    }
}
