package org.disclosureledger.application.counting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counting rules over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/counting-rules")
@Tag(name = "年度报表")
public class CountingRulesController {

    private final Organs organs;
    private final ChosenRules rules;
    private final IdempotencyKeys keys;

    public CountingRulesController(Organs organs, ChosenRules rules, IdempotencyKeys keys) {
        this.organs = organs;
        this.rules = rules;
        this.keys = keys;
    }

    /** @param fromYear the first year whose tables are to be counted so */
    public record ChoiceBody(
            @Nullable String rule,
            @Nullable String choice,
            @Nullable Integer fromYear) {}

    @GetMapping
    @Operation(
            summary = "计数规则：有哪些做法，本机关选的是什么",
            description = "法规没有说怎样计数的，由机关选。year：看哪一年度用的是什么，不填为本年；chosen 是历次选择，先选的在前")
    public CountingRulesReply openCountingRules(
            @PathVariable String organ, @RequestParam(required = false) @Nullable Integer year) {
        organs.require(organ);
        return shown(organ, year == null ? rules.thisYear() : year);
    }

    @PutMapping
    @Requires(Right.SET_UP)
    @Operation(
            summary = "选择一条计数规则的做法",
            description = "rule：remedy.instances（oneChain 或 eachInstance）、request.reanswer（firstAnswer 或 latestAnswer）。"
                    + "从 fromYear 年度的表起用；与最后一次选择相同的，不产生变化")
    public CountingRulesReply chooseCountingRule(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ChoiceBody body,
            Principal user) {
        organs.require(organ);
        CountingRule rule = known("rule", CountingRule.values(), body.rule());
        CountingChoice choice = known("choice", CountingChoice.values(), body.choice());
        Integer fromYear = body.fromYear();
        if (fromYear == null) {
            throw Problem.badRequest("fromYear", "请写明从哪一年度起用（fromYear）");
        }
        rules.choose(
                organ,
                rule,
                choice,
                fromYear,
                user.getName(),
                keys.of(key, user.getName(), "choose-counting-rule", organ, body));
        return shown(organ, fromYear);
    }

    private CountingRulesReply shown(String organ, int year) {
        return CountingRulesReply.of(year, rules.applied(organ, year), rules.made(organ));
    }

    private static <T extends Coded> T known(String field, T[] constants, @Nullable String id) {
        for (T constant : constants) {
            if (constant.id().equals(id)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(Coded::id).collect(Collectors.joining("、"));
        throw Problem.badRequest(field, field + " 应为：" + known);
    }
}
