package org.disclosureledger.application.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.registers.EntryReply;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.AppealFact;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.remedy.RemedyStepKind;
import org.disclosureledger.domain.remedy.RemedyStepRules;
import org.disclosureledger.domain.remedy.Trial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reconsiderations and lawsuits over HTTP, a step at a time. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/remedies")
@Tag(name = "复议诉讼")
public class RemedyController {

    private final Organs organs;
    private final Remedies remedies;
    private final ReadPoints points;
    private final IdempotencyKeys keys;

    public RemedyController(Organs organs, Remedies remedies, ReadPoints points, IdempotencyKeys keys) {
        this.points = points;
        this.organs = organs;
        this.remedies = remedies;
        this.keys = keys;
    }

    /** @param registrationNumber number of the request that it is about; may be left out */
    public record AcceptanceBody(
            @Nullable String caseNumber,
            @Nullable String procedure,
            @Nullable Boolean afterReconsideration,
            @Nullable String registrationNumber,
            @Nullable String acceptedOn) {}

    /** How the reconsideration or the first instance ended. */
    public record ConclusionBody(
            @Nullable String concludedOn, @Nullable String result) {}

    /** @param byOrgan whether the organ itself appealed or applied; may be left out, as may the court */
    public record AppealBody(
            @Nullable String instance,
            @Nullable String appealedOn,
            @Nullable String instanceNumber,
            @Nullable String court,
            @Nullable Boolean byOrgan) {}

    /** How the further instance ended. */
    public record RulingBody(
            @Nullable String endedOn, @Nullable String ruling) {}

    /** @param next identifiers of the steps that can be recorded now */
    @Schema(name = "Remedy", description = "一个复议或者诉讼案件")
    public record RemedyReply(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "各审级，先进行的在前") List<TrialReply> trials,
            @Schema(description = "现在可以登记的步骤") List<String> next) {}

    /** One instance. */
    @Schema(name = "Trial", description = "一个审级")
    public record TrialReply(
            @Schema(description = "secondInstance、remand、retrial；复议本身或者一审为空") @Nullable String instance,

            @Schema(description = "案号") String number,
            @Schema(description = "受理日期；上诉、发回或者再审的日期") LocalDate beganOn,
            @Schema(description = "法院") @Nullable String court,
            @Schema(description = "是否由本机关提起") @Nullable Boolean byOrgan,
            @Schema(description = "审结日期") @Nullable LocalDate ruledOn,
            @Schema(description = "结果") @Nullable String ruling) {

        static TrialReply of(Trial trial) {
            Instance instance = trial.instance();
            RemedyResult ruling = trial.ruling();
            return new TrialReply(
                    instance == null ? null : instance.id(),
                    trial.number(),
                    trial.beganOn(),
                    trial.court(),
                    trial.byOrgan(),
                    trial.ruledOn(),
                    ruling == null ? null : ruling.id());
        }
    }

    @PostMapping
    @Requires(Right.HANDLE)
    @Operation(
            summary = "登记受理一个行政复议或者行政诉讼案件",
            description = "procedure：reconsideration 或 litigation；行政诉讼须说明 afterReconsideration。案件编号已经登记的拒绝")
    public ResponseEntity<EntryReply> acceptRemedy(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AcceptanceBody body,
            Principal user) {
        organs.require(organ);
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, RemedyFact.CASE_NUMBER, body.caseNumber());
        put(texts, RemedyFact.PROCEDURE, body.procedure());
        put(texts, RemedyFact.AFTER_RECONSIDERATION, body.afterReconsideration());
        put(texts, RemedyFact.REGISTRATION_NUMBER, body.registrationNumber());
        put(texts, RemedyFact.ACCEPTED_ON, body.acceptedOn());
        return answer(remedies.accept(
                organ, texts, user.getName(), keys.of(key, user.getName(), "accept-remedy", organ, body)));
    }

    @PostMapping("/{caseId}/conclusion")
    @Requires(Right.HANDLE)
    @Operation(summary = "登记复议或者一审审结", description = "result：upheld、corrected 或 other，也可以用标签；撤回等为 other")
    public ResponseEntity<EntryReply> concludeRemedy(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConclusionBody body,
            Principal user) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, RemedyFact.CONCLUDED_ON, body.concludedOn());
        put(texts, RemedyFact.RESULT, body.result());
        return take(organ, caseId, RemedyStepKind.CONCLUDE, texts, key, body, user);
    }

    @PostMapping("/{caseId}/appeals")
    @Requires(Right.HANDLE)
    @Operation(
            summary = "登记进入二审、发回重审或者再审",
            description = "instance：secondInstance、remand 或 retrial；instanceNumber 为该审级的案号。只用于行政诉讼，且上一审级已经审结")
    public ResponseEntity<EntryReply> appealRemedy(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AppealBody body,
            Principal user) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, AppealFact.INSTANCE, body.instance());
        put(texts, AppealFact.APPEALED_ON, body.appealedOn());
        put(texts, AppealFact.INSTANCE_NUMBER, body.instanceNumber());
        put(texts, AppealFact.COURT, body.court());
        put(texts, AppealFact.BY_ORGAN, body.byOrgan());
        return take(organ, caseId, RemedyStepKind.APPEAL, texts, key, body, user);
    }

    @PostMapping("/{caseId}/rulings")
    @Requires(Right.HANDLE)
    @Operation(summary = "登记二审、重审或者再审的结果", description = "ruling：upheld、corrected 或 other。以后台账的审结日期和结果就是它")
    public ResponseEntity<EntryReply> ruleRemedy(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody RulingBody body,
            Principal user) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, AppealFact.ENDED_ON, body.endedOn());
        put(texts, AppealFact.RULING, body.ruling());
        return take(organ, caseId, RemedyStepKind.CONCLUDE_APPEAL, texts, key, body, user);
    }

    @GetMapping("/{caseId}")
    @Operation(summary = "一个案件的各审级，和现在可以登记的下一步", description = "instance 为空的是复议本身或者一审")
    public RemedyReply openRemedy(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        Remedy remedy = asOf == null || asOf.isBlank()
                ? remedies.require(organ, caseId)
                : remedies.require(organ, caseId, points.at(asOf));
        List<String> next = new ArrayList<>();
        RemedyStepRules.possible(remedy).forEach((kind, objection) -> {
            if (objection == null) {
                next.add(kind.id());
            }
        });
        return new RemedyReply(
                caseId, remedy.trials().stream().map(TrialReply::of).toList(), next);
    }

    private ResponseEntity<EntryReply> take(
            String organ,
            String caseId,
            RemedyStepKind kind,
            Map<String, String> texts,
            @Nullable String key,
            Object body,
            Principal user) {
        organs.require(organ);
        return answer(remedies.take(
                organ,
                caseId,
                kind,
                texts,
                user.getName(),
                keys.of(key, user.getName(), kind.id(), organ, caseId, body)));
    }

    private static void put(Map<String, String> texts, Fact fact, @Nullable Object value) {
        if (value != null) {
            texts.put(fact.id(), value.toString());
        }
    }

    private static ResponseEntity<EntryReply> answer(Recorded recorded) {
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EntryReply.of(recorded));
    }
}
