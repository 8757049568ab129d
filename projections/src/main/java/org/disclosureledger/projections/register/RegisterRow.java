package org.disclosureledger.projections.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.projections.RecordedEvent;

/**
 * One case as its register has it.
 *
 * @param facts values by fact identifier or {@code remark:<column>}, in the order of these; personal data sealed
 */
public record RegisterRow(String caseId, String register, Map<String, String> facts, long firstEvent, long lastEvent) {

    /** Among the facts, the number of the latest renewed answer. */
    static final String DOCUMENT_NUMBER_ANEW = "documentNumberAnew";

    /** Among the facts, a further instance by its number; the value is the court, empty when nobody said which. */
    static final String INSTANCE = "instance:";

    /** The row that these events make of a case, as the register had it when the last of them was recorded. */
    public static Optional<RegisterRow> of(List<RecordedEvent> events) {
        return events.stream()
                .map(RegisterProjector::patch)
                .filter(Objects::nonNull)
                .reduce(RegisterPatch::then)
                .map(p -> of(p.caseId(), p.register(), p.facts(), p.firstEvent(), p.lastEvent()));
    }

    /** As long as a further instance is open, the ruling before it is not in force: the register leaves it empty. */
    static RegisterRow of(
            String caseId, String register, Map<String, String> recorded, long firstEvent, long lastEvent) {
        Map<String, String> facts = new TreeMap<>(recorded);
        String open = facts.remove(Remedy.OPEN_INSTANCE);
        if (open != null && !open.isEmpty()) {
            facts.remove(RemedyFact.CONCLUDED_ON.id());
            facts.remove(RemedyFact.RESULT.id());
        }
        return new RegisterRow(caseId, register, facts, firstEvent, lastEvent);
    }
}
