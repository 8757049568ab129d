package org.disclosureledger.application.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/** A reconsideration or a lawsuit through any number of instances, with corrections that meet the last ruling. */
final class RandomRemedy implements RandomOffices.RandomCase {

    private final RandomOffices offices;
    private final RemedyId id;
    private final OrganCode organ;
    private @Nullable LocalDate day;
    private int appeals;
    private boolean concluded;

    RandomRemedy(RandomOffices offices) {
        this.offices = offices;
        this.id = new RemedyId(offices.id());
        this.organ = offices.any(RandomOffices.ORGANS);
    }

    private void tell(RemedyEvent event) {
        offices.record("remedy", id.toString(), event);
    }

    @Override
    public void step() {
        LocalDate before = day;
        if (before == null) {
            day = offices.day();
            accept(day);
            return;
        }
        if (offices.oneIn(4)) {
            aside();
            return;
        }
        LocalDate next = offices.after(before);
        day = next;
        if (!concluded) {
            concluded = true;
            RemedyResult result = offices.any(RemedyResult.values());
            tell(
                    appeals == 0
                            ? new RemedyEvent.RemedyConcluded(id, organ, next, result)
                            : new RemedyEvent.RemedyAppealConcluded(id, organ, next, result, id + "-" + appeals));
        } else {
            concluded = false;
            appeals++;
            tell(new RemedyEvent.RemedyAppealed(
                    id, organ, offices.any(Instance.values()), next, id + "-" + appeals, null, null));
        }
    }

    private void accept(LocalDate on) {
        Procedure procedure = offices.any(Procedure.values());
        boolean told = procedure == Procedure.LITIGATION && !offices.oneIn(4);
        Boolean afterReconsideration = told ? Boolean.valueOf(offices.oneIn(2)) : null;
        tell(new RemedyEvent.RemedyAccepted(id, organ, "C" + id, procedure, afterReconsideration, null, null, on));
    }

    /** What becomes known, or turns out wrong, while the case stands where it stands. */
    private void aside() {
        switch (offices.below(6)) {
            case 0 -> tell(new RemedyEvent.RemedyLinked(id, organ, "R1", new RequestId(offices.id())));
            case 1 -> tell(new RemedyEvent.RemedyDetailRecorded(id, organ, "remark:备注", "s1.remark"));
            case 2 ->
                tell(new RemedyEvent.RemedyDetailRecorded(
                        id, organ, "afterReconsideration", String.valueOf(offices.oneIn(2))));
            default -> correct();
        }
    }

    private void correct() {
        List<String> stated = new ArrayList<>(List.of("procedure", "afterReconsideration", "acceptedOn", "caseNumber"));
        if (concluded || appeals > 0) {
            stated.addAll(List.of("concludedOn", "result", "concludedOn", "result"));
        }
        String fact = offices.any(stated);
        String value = switch (fact) {
            case "procedure" -> offices.any(Procedure.values()).id();
            case "afterReconsideration" -> String.valueOf(offices.oneIn(2));
            case "result" -> offices.any(RemedyResult.values()).id();
            case "caseNumber" -> "C*";
            default -> offices.day().toString();
        };
        tell(new RemedyEvent.RemedyFactCorrected(id, organ, fact, "原值", value, null, "录入错误"));
    }
}
