package org.disclosureledger.application.organ;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which organ stands under which, over HTTP. */
@RestController
@Requires(Right.COME_IN)
@RequestMapping("/api/v1/organ-tree")
@Tag(name = "机关隶属")
class OrganTreeController {

    private final Hierarchy hierarchy;
    private final IdempotencyKeys keys;

    OrganTreeController(Hierarchy hierarchy, IdempotencyKeys keys) {
        this.hierarchy = hierarchy;
        this.keys = keys;
    }

    @Schema(description = "隶属关系", example = """
            {"organ":"410308-cg","superior":"410308","from":"2024-03-01"}""")
    record PlacementBody(
            @Schema(description = "机关代码", requiredMode = REQUIRED) @Nullable String organ,

            @Schema(description = "上级机关的代码；没有上级为空") @Nullable String superior,

            @Schema(description = "从哪一天起", requiredMode = REQUIRED) @Nullable LocalDate from) {}

    @Schema(description = "撤并", example = """
            {"organ":"410308-cg","into":"410308-pl","on":"2024-12-31"}""")
    record MergerBody(
            @Schema(description = "撤并的机关的代码", requiredMode = REQUIRED) @Nullable String organ,

            @Schema(description = "承接的机关的代码", requiredMode = REQUIRED) @Nullable String into,

            @Schema(description = "从哪一天起不再存在", requiredMode = REQUIRED) @Nullable LocalDate on) {}

    @Schema(description = "撤销误登的撤并", example = """
            {"organ":"410308-cg","reason":"录入错误"}""")
    record MergerWithdrawalBody(
            @Schema(description = "机关代码", requiredMode = REQUIRED) @Nullable String organ,

            @Schema(description = "理由", requiredMode = REQUIRED) @Nullable String reason) {}

    @Schema(description = "一个机关在某一天的位置")
    record PlacedOrganReply(
            @Schema(description = "机关代码") String code,
            @Schema(description = "名称") String name,
            @Schema(description = "这一天的上级；没有为空") @Nullable String superior,
            @Schema(description = "从哪一天起") @Nullable LocalDate from,
            @Schema(description = "撤并的日期") @Nullable LocalDate mergedOn,
            @Schema(description = "撤并后承接的机关") @Nullable String mergedInto) {

        static PlacedOrganReply of(Hierarchy.Node node, @Nullable String superior) {
            OrganTree.Placement placement = node.placement();
            OrganTree.Merger merger = node.merger();
            return new PlacedOrganReply(
                    node.organ().code(),
                    node.organ().name(),
                    superior,
                    placement == null ? null : placement.from(),
                    merger == null ? null : merger.on(),
                    merger == null ? null : merger.into().value());
        }
    }

    @GetMapping
    @Operation(summary = "某一天的机关隶属", description = "有岗位的机关和它们之下的各机关；能建立机关的看得到全部。下级在上级之后")
    List<PlacedOrganReply> showOrganTree(
            @Parameter(description = "哪一天，不填为今天")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String asOf) {
        Actor actor = Access.current();
        Hierarchy.Shown shown = hierarchy.shown(on, asOf, code -> actor.may(Right.ESTABLISH) || actor.knows(code));
        List<PlacedOrganReply> replies = new ArrayList<>();
        shown.roots().forEach(root -> collect(root, null, replies));
        shown.ceased().forEach(node -> replies.add(PlacedOrganReply.of(node, null)));
        return replies;
    }

    private static void collect(Hierarchy.Node node, @Nullable String superior, List<PlacedOrganReply> replies) {
        replies.add(PlacedOrganReply.of(node, superior));
        node.below().forEach(child -> collect(child, node.organ().code(), replies));
    }

    @PostMapping("/placements")
    @Requires(Right.ESTABLISH)
    @Operation(summary = "登记隶属关系", description = "同一天再登记一次，即为更正，两次都留存；不能直接或者逐级隶属于自己")
    List<PlacedOrganReply> placeOrgan(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PlacementBody body,
            Principal user) {
        LocalDate from = body.from();
        if (from == null) {
            throw Problem.badRequest("from", "起始日期必填");
        }
        String superior = body.superior();
        hierarchy.place(
                text(body.organ()),
                superior == null || superior.isBlank() ? null : superior.strip(),
                from,
                user.getName(),
                keys.of(key, user.getName(), "place", body));
        return showOrganTree(null, null);
    }

    @PostMapping("/mergers")
    @Requires(Right.ESTABLISH)
    @Operation(summary = "登记撤并", description = "从这一天起机关不再存在，由另一机关承接；再登记一次，即为更正")
    List<PlacedOrganReply> mergeOrgan(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody MergerBody body,
            Principal user) {
        LocalDate on = body.on();
        if (on == null) {
            throw Problem.badRequest("on", "撤并日期必填");
        }
        hierarchy.merge(
                text(body.organ()), text(body.into()), on, user.getName(), keys.of(key, user.getName(), "merge", body));
        return showOrganTree(null, null);
    }

    @PostMapping("/merger-withdrawals")
    @Requires(Right.ESTABLISH)
    @Operation(summary = "撤销误登的撤并", description = "机关没有撤并；两次登记都留存")
    List<PlacedOrganReply> withdrawOrganMerger(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody MergerWithdrawalBody body,
            Principal user) {
        hierarchy.withdrawMerger(
                text(body.organ()),
                text(body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "withdrawMerger", body));
        return showOrganTree(null, null);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
