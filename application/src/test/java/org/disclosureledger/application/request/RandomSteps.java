package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;

/** A request that takes any steps in any order, typed ones and those that a register tells of, right and wrong. */
final class RandomSteps {

    private final Random random;
    private final OrganCode organ;
    private final RequestId id;
    private LocalDate day;
    private int consultations;
    private boolean decided;
    private boolean reopened;
    private String recorded = "";
    private String fact = "";

    RandomSteps(Random random, OrganCode organ) {
        this.random = random;
        this.organ = organ;
        this.id = new RequestId(new UUID(random.nextLong(), random.nextLong()));
        this.day = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(700));
    }

    RequestId id() {
        return id;
    }

    RequestEvent received() {
        return new RequestEvent.RequestReceived(
                id,
                organ,
                "R" + id,
                day,
                Channel.POST,
                any(ApplicantKind.values()),
                new SealedText("1.aa"),
                null,
                null,
                null,
                new SealedText("1.bb"));
    }

    RequestEvent next() {
        day = day.plusDays(random.nextInt(12));
        return switch (random.nextInt(14)) {
            case 0 -> dated("correctionRequestedOn", new RequestEvent.CorrectionRequested(id, organ, day, null, null));
            case 1 -> new RequestEvent.CorrectionRequested(id, organ, day, day.plusDays(9), null);
            case 2 -> dated("correctionReceivedOn", new RequestEvent.CorrectionReceived(id, organ, day));
            case 3 -> dated("feeNotifiedOn", new RequestEvent.FeeNotified(id, organ, day, null, null, null, null));
            case 4 -> dated("feePaidOn", new RequestEvent.FeePaid(id, organ, day, null));
            case 5 ->
                dated("thirdPartyConsultedOn", new RequestEvent.ThirdPartyConsulted(id, organ, day, told(1), null));
            case 6 ->
                dated(
                        "thirdPartyRespondedOn",
                        new RequestEvent.ThirdPartyResponded(id, organ, day, told(0), any(Opinion.values())));
            case 7 -> new RequestEvent.OrganConsulted(id, organ, day, ++consultations, "某局");
            case 8 ->
                new RequestEvent.OrganResponded(id, organ, day, Math.max(1, consultations), any(Opinion.values()));
            case 9 -> corrected();
            case 10 -> new RequestEvent.DecisionDelivered(id, organ, day, null);
            default -> answer();
        };
    }

    private Integer told(int more) {
        consultations += more;
        return Math.max(1, consultations);
    }

    private RequestEvent dated(String of, RequestEvent event) {
        fact = of;
        recorded = day.toString();
        return event;
    }

    private RequestEvent corrected() {
        LocalDate right = day.minusDays(random.nextInt(20));
        if (!fact.isEmpty() && random.nextBoolean()) {
            return new RequestEvent.RequestFactCorrected(id, organ, fact, recorded, right.toString(), null);
        }
        String what = decided && random.nextBoolean() ? "decidedOn" : "receivedOn";
        return new RequestEvent.RequestFactCorrected(id, organ, what, day.toString(), right.toString(), null);
    }

    private RequestEvent answer() {
        if (!decided) {
            decided = true;
            return new RequestEvent.RequestDecided(id, organ, day, any(Outcome.values()), null);
        }
        reopened = !reopened;
        return reopened
                ? new RequestEvent.RequestReopened(id, organ, day, any(ReopeningGround.values()), null, null, null)
                : new RequestEvent.RequestDecidedAnew(id, organ, day, any(Outcome.values()), null);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
