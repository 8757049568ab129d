package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.request.ProposalBodies.ReturnProposalBody;
import org.disclosureledger.application.request.ProposalReply.ListedProposal;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps that wait for a second person, over HTTP. They come here by sending the step itself. */
@RestController
@Requires(Right.READ)
@Shows(ReadingPurpose.CASE_FILE)
@RequestMapping(path = "/api/v1/organs/{organ}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "审核")
public class ProposalController {

    private final Organs organs;
    private final CaseFiles files;
    private final Proposals proposals;
    private final CaseReplies replies;
    private final IdempotencyKeys keys;

    ProposalController(Organs organs, CaseFiles files, Proposals proposals, CaseReplies replies, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.proposals = proposals;
        this.replies = replies;
        this.keys = keys;
    }

    @GetMapping("/proposals")
    @Operation(summary = "等待审核的各步，先提交的在前")
    public List<ListedProposal> listProposals(@PathVariable String organ) {
        organs.require(organ);
        return proposals.waiting(List.of(organ)).stream()
                .map(w -> new ListedProposal(
                        w.caseId(), w.number(), Coded.of(StepKind.class, w.proposed()), w.proposedBy()))
                .toList();
    }

    @GetMapping("/requests/{caseId}/proposals/{number}")
    @Operation(summary = "提交审核的一步：内容，审核的结果", description = "须经审核的机关，登记答复、延期得到 202 和这个地址；批准以前不生效")
    public ProposalReply openProposal(
            @PathVariable String organ, @PathVariable String caseId, @PathVariable int number) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        var proposal = proposals.require(file, number);
        return ProposalReply.of(
                file, proposal, proposals.content(file, proposal), proposals.returnedFor(file, proposal));
    }

    @PostMapping("/requests/{caseId}/proposals/{number}/approval")
    @Requires(Right.APPROVE)
    @Operation(summary = "批准", description = "照提交的内容登记，法定日期为提交时写明的日期。自己提交的不能批准；现在不能办理这一步的不能批准，事项仍等待审核")
    public RecordedReply approveProposal(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        organs.require(organ);
        return replies.recorded(
                organ,
                proposals.approve(
                        organ,
                        caseId,
                        number,
                        user.getName(),
                        keys.of(key, user.getName(), "approveProposal", organ, caseId, number)));
    }

    @PostMapping("/requests/{caseId}/proposals/{number}/return")
    @Requires(Right.APPROVE)
    @Operation(summary = "退回", description = "须写明理由；提交人修改以后可以再次提交")
    public RecordedReply returnProposal(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReturnProposalBody body,
            Principal user) {
        organs.require(organ);
        return replies.recorded(
                organ,
                proposals.giveBack(
                        organ,
                        caseId,
                        number,
                        body,
                        user.getName(),
                        keys.of(key, user.getName(), "returnProposal", organ, caseId, number, body)));
    }

    @PostMapping("/requests/{caseId}/proposals/{number}/withdrawal")
    @Requires(Right.DECIDE)
    @Operation(summary = "撤回自己提交的")
    public RecordedReply withdrawProposal(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        organs.require(organ);
        return replies.recorded(
                organ,
                proposals.withdraw(
                        organ,
                        caseId,
                        number,
                        user.getName(),
                        keys.of(key, user.getName(), "withdrawProposal", organ, caseId, number)));
    }
}
