package org.disclosureledger.application.request;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.request.RequestRule;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.domain.request.StepRules;
import org.jspecify.annotations.Nullable;

/**
 * A step of the law, and whether the case may take it now.
 *
 * @param objection the rule that stands against it; null when it may be taken
 */
public record PossibleStep(StepKind kind, @Nullable RequestRule objection) {

    public boolean isPossible() {
        return objection == null;
    }

    static List<PossibleStep> of(CaseFile file) {
        List<PossibleStep> steps = new ArrayList<>();
        StepRules.possible(file.request()).forEach((kind, rule) -> steps.add(new PossibleStep(kind, rule)));
        return steps;
    }
}
