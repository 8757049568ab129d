package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.jspecify.annotations.Nullable;

/**
 * Which step an accepted case may take, and what follows from it. A reconsideration has one instance (行政复议法 art. 10
 * leads from its decision to court, which is a case of its own); a lawsuit has two (行政诉讼法 art. 7), and a retrial or
 * a remand may come after them.
 */
public final class RemedyStepRules {

    /** 行政诉讼法 art. 85: an appeal against a judgment, in days from its service. */
    private static final int DAYS_TO_APPEAL = 15;

    private RemedyStepRules() {}

    /** Every step with what stands against it now; null for a step that may be taken. */
    public static Map<RemedyStepKind, @Nullable RemedyRule> possible(Remedy remedy) {
        Map<RemedyStepKind, @Nullable RemedyRule> steps = new EnumMap<>(RemedyStepKind.class);
        for (RemedyStepKind kind : RemedyStepKind.values()) {
            steps.put(kind, objection(kind, remedy));
        }
        return steps;
    }

    /** What stands against a step whatever its date; null when it may be taken. */
    static @Nullable RemedyRule objection(RemedyStepKind kind, Remedy remedy) {
        if (remedy.trials().isEmpty()) {
            return RemedyRule.NOT_ACCEPTED;
        }
        boolean concluded = !remedy.trials().get(0).isOpen();
        return switch (kind) {
            case CONCLUDE -> concluded ? RemedyRule.ALREADY_CONCLUDED : null;
            case APPEAL -> {
                if (!Procedure.LITIGATION.id().equals(remedy.facts().find(RemedyFact.PROCEDURE))) {
                    yield RemedyRule.APPEAL_OF_RECONSIDERATION;
                }
                if (!concluded) {
                    yield RemedyRule.APPEAL_BEFORE_RULING;
                }
                yield remedy.openAppeal() == null ? null : RemedyRule.INSTANCE_STILL_OPEN;
            }
            case CONCLUDE_APPEAL -> remedy.openAppeal() == null ? RemedyRule.RULING_WITHOUT_APPEAL : null;
        };
    }

    static Judgement<RemedyEvent> handle(RemedyStep step, Remedy remedy) {
        RemedyRule objection = objection(step.kind(), remedy);
        if (objection != null) {
            return new Judgement<>(
                    List.of(), List.of(objection.onField(step.kind().id())));
        }
        Trial latest = remedy.trials().get(remedy.trials().size() - 1);
        List<Finding> findings = new ArrayList<>();
        if (step.on().isAfter(step.today())) {
            findings.add(RegisterRule.FUTURE_DATE.on(dateOf(step), step.on()));
        }
        RemedyEvent event = switch (step) {
            case RemedyStep.ConcludeRemedy s -> {
                if (s.on().isBefore(latest.beganOn())) {
                    findings.add(RemedyRule.CONCLUDED_BEFORE_ACCEPTED.on(RemedyFact.CONCLUDED_ON));
                }
                yield new RemedyEvent.RemedyConcluded(s.remedyId(), s.organ(), s.on(), s.result());
            }
            case RemedyStep.AppealRemedy s -> {
                findings.addAll(appeal(s, remedy, latest));
                yield new RemedyEvent.RemedyAppealed(
                        s.remedyId(), s.organ(), s.instance(), s.on(), s.number(), s.court(), s.byOrgan());
            }
            case RemedyStep.ConcludeAppeal s -> {
                if (s.on().isBefore(latest.beganOn())) {
                    findings.add(RemedyRule.RULED_BEFORE_APPEAL.on(AppealFact.ENDED_ON, latest.beganOn()));
                }
                yield new RemedyEvent.RemedyAppealConcluded(
                        s.remedyId(), s.organ(), s.on(), s.ruling(), latest.number());
            }
        };
        return new Judgement<>(List.of(event), findings);
    }

    private static Fact dateOf(RemedyStep step) {
        return switch (step) {
            case RemedyStep.ConcludeRemedy ignored -> RemedyFact.CONCLUDED_ON;
            case RemedyStep.AppealRemedy ignored -> AppealFact.APPEALED_ON;
            case RemedyStep.ConcludeAppeal ignored -> AppealFact.ENDED_ON;
        };
    }

    private static List<Finding> appeal(RemedyStep.AppealRemedy s, Remedy remedy, Trial before) {
        List<Finding> findings = new ArrayList<>();
        if (s.number().isBlank()) {
            findings.add(RegisterRule.REQUIRED.on(AppealFact.INSTANCE_NUMBER));
        }
        if (remedy.trials().stream().anyMatch(t -> t.number().equals(s.number()))) {
            findings.add(RemedyRule.INSTANCE_NUMBER_USED.on(AppealFact.INSTANCE_NUMBER, s.number()));
        }
        LocalDate ruledOn = before.ruledOn();
        if (ruledOn != null && s.on().isBefore(ruledOn)) {
            findings.add(RemedyRule.APPEALED_BEFORE_RULING.on(AppealFact.APPEALED_ON, ruledOn));
        }
        switch (s.instance()) {
            case SECOND_INSTANCE -> {
                if (before.instance() == Instance.SECOND_INSTANCE) {
                    findings.add(RemedyRule.SECOND_INSTANCE_AGAIN.on(AppealFact.INSTANCE));
                }
                if (ruledOn != null && s.on().isAfter(ruledOn.plusDays(DAYS_TO_APPEAL))) {
                    findings.add(RemedyRule.APPEAL_LATE.on(AppealFact.APPEALED_ON, ruledOn));
                }
            }
            case REMAND -> {
                if (before.instance() == null || before.instance() == Instance.REMAND) {
                    findings.add(RemedyRule.REMAND_WITHOUT_HIGHER_RULING.on(AppealFact.INSTANCE));
                }
            }
            case RETRIAL -> {}
        }
        return findings;
    }
}
