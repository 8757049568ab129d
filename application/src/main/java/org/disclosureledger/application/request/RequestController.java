package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests over HTTP: received, listed by their last days, opened, corrected. */
@RestController
@Requires(Right.READ)
@RequestMapping(path = "/api/v1/organs/{organ}/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "办理申请")
public class RequestController {

    private static final int MOST = 200;

    private final Organs organs;
    private final Receipts receipts;
    private final Corrections corrections;
    private final OpenCases openCases;
    private final CaseHandlers handlers;
    private final CaseReplies replies;
    private final IdempotencyKeys keys;
    private final ReadPoints points;

    RequestController(
            Organs organs,
            Receipts receipts,
            Corrections corrections,
            OpenCases openCases,
            CaseHandlers handlers,
            CaseReplies replies,
            IdempotencyKeys keys,
            ReadPoints points) {
        this.points = points;
        this.organs = organs;
        this.receipts = receipts;
        this.corrections = corrections;
        this.openCases = openCases;
        this.handlers = handlers;
        this.replies = replies;
        this.keys = keys;
    }

    @PostMapping
    @Requires(Right.RECEIVE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记收到的申请", description = "登记编号不填则取当年的下一个。一份申请含有几件事项的用 matters，每件各为一件申请，互相关联")
    public ReceiptReply receiveRequest(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReceiptBody body,
            Principal user) {
        organs.require(organ);
        List<Recorded> recorded =
                receipts.receive(organ, body, user.getName(), keys.of(key, user.getName(), "receive", organ, body));
        return replies.received(organ, recorded);
    }

    @GetMapping
    @Operation(summary = "申请列表（不含个人信息），在办的按最后期限排列，已答复的按答复日期排列")
    public RequestsReply listRequests(
            @PathVariable String organ,
            @Parameter(
                            description =
                                    "open 在办、overdue 已超期、today 今天到期、week 本周到期、waiting 等待申请人、payment 等待缴费、thirdParty 等待第三方、answered 已答复",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "open",
                                                "overdue",
                                                "today",
                                                "week",
                                                "waiting",
                                                "payment",
                                                "thirdParty",
                                                "answered"
                                            }))
                    @RequestParam(defaultValue = "open")
                    String state,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "跳过的件数") @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "最多的件数，1 至 200") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "只列这个人承办的：用户名") @RequestParam(required = false) @Nullable String handler,
            @Parameter(description = "true：只列没有确定承办人的") @RequestParam(defaultValue = "false") boolean unassigned) {
        organs.require(organ);
        OpenCases.State asked = Arrays.stream(OpenCases.State.values())
                .filter(s -> s.id().equals(state))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "state", "state 应为 open、overdue、today、week、waiting、payment、thirdParty 或 answered"));
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "offset 不小于 0，limit 为 1 至 " + MOST);
        }
        if (handler != null && unassigned) {
            throw Problem.badRequest("handler", "handler 和 unassigned 只能用一个");
        }
        OpenCases.Page page =
                openCases.page(organ, asked, handlers.whose(handler, unassigned), points.past(asOf), offset, limit);
        Map<String, Colleague> people = handlers.of(organ, page);
        return new RequestsReply(
                state,
                page.count(asked),
                offset,
                RequestsReply.RequestCounts.of(page),
                page.requests().stream()
                        .map(l -> RequestsReply.ListedRequest.of(
                                l, people.get(l.stage().handler())))
                        .toList());
    }

    @GetMapping("/{caseId}")
    @Shows(ReadingPurpose.CASE_FILE)
    @Operation(
            summary = "一件申请：登记内容、办理经过、期限及其缘由、下一步",
            description = "期限由办理经过推算，causes 说明由哪几步、依据哪一条，days 逐日说明怎样计算；事件历史见 /cases/{caseId}")
    public CaseReply openRequest(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        return replies.opened(organ, caseId, points.past(asOf));
    }

    @PostMapping("/{caseId}/corrections")
    @Requires(Right.HANDLE)
    @Operation(summary = "更正误记的内容", description = "错记与更正都保留；重新办理以后的新答复不是更正")
    public RecordedReply correctRequest(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CorrectionBody body,
            Principal user) {
        organs.require(organ);
        Recorded recorded = corrections.correct(
                organ, caseId, body, user.getName(), keys.of(key, user.getName(), "correct", organ, caseId, body));
        return replies.recorded(organ, recorded);
    }
}
