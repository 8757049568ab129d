package org.disclosureledger.application.faults;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/** A request: steps that nobody counts, an answer, corrections of each, and answers after reopenings. */
final class RandomRequest implements RandomOffices.RandomCase {

    private final RandomOffices offices;
    private final RequestId id;
    private final OrganCode organ;
    private @Nullable LocalDate day;
    private boolean decided;
    private boolean reopened;

    RandomRequest(RandomOffices offices) {
        this.offices = offices;
        this.id = new RequestId(offices.id());
        this.organ = offices.any(RandomOffices.ORGANS);
    }

    private void tell(RequestEvent event) {
        offices.record("request", id.toString(), event);
    }

    @Override
    public void step() {
        LocalDate before = day;
        if (before == null) {
            day = offices.day();
            receive(day);
            return;
        }
        LocalDate next = offices.after(before);
        switch (offices.below(8)) {
            case 0, 1 -> uncounted(next);
            case 2 -> correct();
            default -> {
                day = next;
                answer(next);
            }
        }
    }

    private void receive(LocalDate on) {
        tell(new RequestEvent.RequestReceived(
                id,
                organ,
                "R" + id,
                on,
                offices.any(Channel.values()),
                offices.any(ApplicantKind.values()),
                new SealedText("s1.name"),
                null,
                null,
                null,
                new SealedText("s1.content")));
    }

    /** Steps that bear dates and kinds, as the counted ones do. */
    private void uncounted(LocalDate on) {
        tell(
                switch (offices.below(6)) {
                    case 0 -> new RequestEvent.CorrectionRequested(id, organ, on, null, null);
                    case 1 -> new RequestEvent.CorrectionReceived(id, organ, on);
                    case 2 -> new RequestEvent.AnswerPeriodExtended(id, organ, on, null, null, null);
                    case 3 -> new RequestEvent.RequestDetailRecorded(id, organ, "contact", "s1.contact");
                    case 4 -> new RequestEvent.LaterDateFixed(id, organ, on, on.plusDays(30));
                    default -> new RequestEvent.DecisionDelivered(id, organ, on, null);
                });
    }

    private void answer(LocalDate on) {
        Outcome outcome = offices.any(Outcome.values());
        if (!decided) {
            decided = true;
            tell(new RequestEvent.RequestDecided(id, organ, on, outcome, null));
        } else if (reopened) {
            reopened = false;
            tell(new RequestEvent.RequestDecidedAnew(id, organ, on, outcome, "重\u0000新"));
        } else {
            reopened = true;
            ReopeningGround ground = offices.any(ReopeningGround.values());
            tell(new RequestEvent.RequestReopened(id, organ, on, ground, null, null, null));
        }
    }

    private void correct() {
        List<String> stated = decided
                ? List.of("receivedOn", "applicantKind", "decidedOn", "outcome", "channel", "deliveredOn")
                : List.of("receivedOn", "applicantKind", "channel");
        String fact = offices.any(stated);
        String value = switch (fact) {
            case "applicantKind" -> offices.any(ApplicantKind.values()).id();
            case "outcome" -> offices.any(Outcome.values()).id();
            case "channel" -> offices.any(Channel.values()).id();
            default -> offices.day().toString();
        };
        tell(new RequestEvent.RequestFactCorrected(id, organ, fact, "原值", value, "录入错误"));
    }
}
