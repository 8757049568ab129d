package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.request.HandlerBodies.AssignHandlerBody;
import org.disclosureledger.application.request.HandlerBodies.ReleaseHandlerBody;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who handles a request, over HTTP. */
@RestController
@Requires({Right.HANDLE, Right.DECIDE})
@RequestMapping(path = "/api/v1/organs/{organ}/requests/{caseId}/handler", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "办理申请")
public class HandlerController {

    private final Organs organs;
    private final CaseHandlers handlers;
    private final CaseReplies replies;
    private final IdempotencyKeys keys;

    HandlerController(Organs organs, CaseHandlers handlers, CaseReplies replies, IdempotencyKeys keys) {
        this.organs = organs;
        this.handlers = handlers;
        this.replies = replies;
        this.keys = keys;
    }

    @PutMapping
    @Operation(summary = "确定承办人", description = "承办人须在本机关担任承办岗；已经答复的不再变动。与现在的承办人相同的，不产生变化")
    public RecordedReply assignHandler(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AssignHandlerBody body,
            Principal user) {
        organs.require(organ);
        Recorded recorded = handlers.assign(
                organ, caseId, body, user.getName(), keys.of(key, user.getName(), "assign", organ, caseId, body));
        return replies.recorded(organ, recorded);
    }

    @PostMapping("/release")
    @Operation(summary = "不再确定承办人")
    public RecordedReply releaseHandler(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReleaseHandlerBody body,
            Principal user) {
        organs.require(organ);
        Recorded recorded = handlers.release(
                organ, caseId, body, user.getName(), keys.of(key, user.getName(), "release", organ, caseId, body));
        return replies.recorded(organ, recorded);
    }
}
