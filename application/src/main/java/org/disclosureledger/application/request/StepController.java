package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every legal step of a request over HTTP, each with a body of its own; addresses end in the identifier of the step. */
@RestController
@Requires(Right.READ)
@RequestMapping(path = "/api/v1/organs/{organ}/requests/{caseId}/steps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "办理申请")
public class StepController {

    private final Organs organs;
    private final CaseFiles files;
    private final CaseReplies replies;
    private final IdempotencyKeys keys;

    StepController(Organs organs, CaseFiles files, CaseReplies replies, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.replies = replies;
        this.keys = keys;
    }

    private RecordedReply take(
            String organ, String caseId, String step, @Nullable String key, StepBody body, Principal user) {
        organs.require(organ);
        Recorded recorded = files.take(
                organ, caseId, body, user.getName(), keys.of(key, user.getName(), "step", organ, caseId, step, body));
        return replies.recorded(organ, recorded);
    }

    /** What waits for a second person is accepted, not done. */
    private static ResponseEntity<RecordedReply> taken(RecordedReply reply) {
        String proposal = reply.proposal();
        return proposal == null
                ? ResponseEntity.ok(reply)
                : ResponseEntity.accepted().location(URI.create(proposal)).body(reply);
    }

    @PostMapping("/askForCorrection")
    @Requires(Right.HANDLE)
    @Operation(summary = "告知补正")
    public RecordedReply askForCorrection(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.AskForCorrectionBody body,
            Principal user) {
        return take(organ, caseId, "askForCorrection", key, body, user);
    }

    @PostMapping("/takeInCorrection")
    @Requires(Right.HANDLE)
    @Operation(summary = "收到补正")
    public RecordedReply takeInCorrection(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.TakeInCorrectionBody body,
            Principal user) {
        return take(organ, caseId, "takeInCorrection", key, body, user);
    }

    @PostMapping("/consultThirdParty")
    @Requires(Right.HANDLE)
    @Operation(summary = "征求第三方意见")
    public RecordedReply consultThirdParty(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsultationBodies.ConsultThirdPartyBody body,
            Principal user) {
        return take(organ, caseId, "consultThirdParty", key, body, user);
    }

    @PostMapping("/consultOrgan")
    @Requires(Right.HANDLE)
    @Operation(summary = "征求其他机关意见")
    public RecordedReply consultOrgan(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsultationBodies.ConsultOrganBody body,
            Principal user) {
        return take(organ, caseId, "consultOrgan", key, body, user);
    }

    @PostMapping("/takeInOpinion")
    @Requires(Right.HANDLE)
    @Operation(summary = "收到反馈意见")
    public RecordedReply takeInOpinion(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsultationBodies.TakeInOpinionBody body,
            Principal user) {
        return take(organ, caseId, "takeInOpinion", key, body, user);
    }

    @PostMapping("/extend")
    @Requires(Right.DECIDE)
    @Operation(summary = "告知延期答复")
    @ApiResponse(responseCode = "200", description = "已登记", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "本机关规定须经审核：已提交，批准以后生效", useReturnTypeSchema = true)
    public ResponseEntity<RecordedReply> extend(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.ExtendAnswerPeriodBody body,
            Principal user) {
        return taken(take(organ, caseId, "extend", key, body, user));
    }

    @PostMapping("/askForReasons")
    @Requires(Right.HANDLE)
    @Operation(summary = "要求说明理由")
    public RecordedReply askForReasons(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.AskForReasonsBody body,
            Principal user) {
        return take(organ, caseId, "askForReasons", key, body, user);
    }

    @PostMapping("/takeInReasons")
    @Requires(Right.HANDLE)
    @Operation(summary = "收到理由")
    public RecordedReply takeInReasons(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.TakeInReasonsBody body,
            Principal user) {
        return take(organ, caseId, "takeInReasons", key, body, user);
    }

    @PostMapping("/fixLaterDate")
    @Requires(Right.HANDLE)
    @Operation(summary = "告知延迟答复的合理期限")
    public RecordedReply fixLaterDate(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PeriodBodies.FixLaterDateBody body,
            Principal user) {
        return take(organ, caseId, "fixLaterDate", key, body, user);
    }

    @PostMapping("/notifyFee")
    @Requires(Right.HANDLE)
    @Operation(summary = "发出收费通知")
    public RecordedReply notifyFee(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FeeBodies.NotifyFeeBody body,
            Principal user) {
        return take(organ, caseId, "notifyFee", key, body, user);
    }

    @PostMapping("/takeInPayment")
    @Requires(Right.HANDLE)
    @Operation(summary = "收到缴费")
    public RecordedReply takeInPayment(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FeeBodies.TakeInPaymentBody body,
            Principal user) {
        return take(organ, caseId, "takeInPayment", key, body, user);
    }

    @PostMapping("/decide")
    @Requires(Right.DECIDE)
    @Operation(summary = "作出答复")
    @ApiResponse(responseCode = "200", description = "已登记", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "本机关规定须经审核：已提交，批准以后生效", useReturnTypeSchema = true)
    public ResponseEntity<RecordedReply> decide(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AnswerBody body,
            Principal user) {
        return taken(take(organ, caseId, "decide", key, new AnswerBodies.DecideBody(body), user));
    }

    @PostMapping("/deliverAnswer")
    @Requires(Right.HANDLE)
    @Operation(summary = "登记送达")
    public RecordedReply deliverAnswer(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AnswerBodies.DeliverAnswerBody body,
            Principal user) {
        return take(organ, caseId, "deliverAnswer", key, body, user);
    }

    @PostMapping("/reopen")
    @Requires(Right.DECIDE)
    @Operation(summary = "重新办理")
    public RecordedReply reopen(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AnswerBodies.ReopenBody body,
            Principal user) {
        return take(organ, caseId, "reopen", key, body, user);
    }

    @PostMapping("/decideAnew")
    @Requires(Right.DECIDE)
    @Operation(summary = "重新作出答复")
    @ApiResponse(responseCode = "200", description = "已登记", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "本机关规定须经审核：已提交，批准以后生效", useReturnTypeSchema = true)
    public ResponseEntity<RecordedReply> decideAnew(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"on":"2025-11-26","outcome":"granted","documentNumber":"某公开答〔2025〕20号",
                     "meansOfAccess":"全部合同的复印件，随本答复书邮寄"}""")))
                    @RequestBody
                    AnswerBody body,
            Principal user) {
        return taken(take(organ, caseId, "decideAnew", key, new AnswerBodies.DecideAnewBody(body), user));
    }
}
