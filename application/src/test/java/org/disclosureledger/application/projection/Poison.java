package org.disclosureledger.application.projection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.projection.RawLedger.Raw;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.domain.tally.TallyId;
import org.disclosureledger.domain.tally.TallyItem;

/** Ten kinds of events that cannot be handled, each with what it should have said. */
enum Poison {
    UNKNOWN_TYPE,
    NEWER_REVISION,
    BROKEN_JSON,
    MISSING_PROPERTY,
    IMPOSSIBLE_DATE,
    UNKNOWN_CODE,
    OTHER_JSON_TYPE,
    NULL_WHERE_REQUIRED,
    UNKNOWN_PROPERTY,
    REFUSED_WHEN_PROJECTED;

    static final OrganCode ORGAN = new OrganCode("poisoned");

    /** What must never be seen outside the ledger. */
    static final String PRIVATE = "张某某的隐私";

    private static final Set<String> ALL = Set.of(
            "annual-tables",
            "registers",
            "caseload",
            "applicants",
            "organs",
            "narratives",
            "publications",
            "reported-tables",
            "handling",
            "trail",
            "people",
            "access",
            "retention");
    private static final LocalDate DECIDED = LocalDate.of(2024, 3, 20);

    /**
     * A case: a good event, the poison, a good event that depends on the order.
     *
     * @param mended what the poison should have said
     * @param parkedBy the projectors that cannot handle it
     */
    record Case(Poison kind, String id, Raw before, Raw poison, DomainEvent mended, Raw after, Set<String> parkedBy) {}

    static List<Case> cases(int perKind) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < perKind; i++) {
            for (Poison kind : values()) {
                cases.add(kind == REFUSED_WHEN_PROJECTED ? refused(i) : unreadable(kind, i));
            }
        }
        return cases;
    }

    static RequestEvent.RequestReceived received(RequestId id, OrganCode organ, String number) {
        return new RequestEvent.RequestReceived(
                id,
                organ,
                number,
                LocalDate.of(2024, 3, 5),
                Channel.POST,
                ApplicantKind.NATURAL_PERSON,
                new SealedText("s1.name"),
                null,
                null,
                null,
                new SealedText("s1.content"));
    }

    static RequestEvent.RequestDecided decided(RequestId id, OrganCode organ) {
        return new RequestEvent.RequestDecided(id, organ, DECIDED, Outcome.GRANTED, null);
    }

    static RequestEvent.RequestFactCorrected corrected(RequestId id, OrganCode organ, String fact, String value) {
        String was = fact.equals("outcome") ? Outcome.GRANTED.id() : DECIDED.toString();
        return new RequestEvent.RequestFactCorrected(id, organ, fact, was, value, "录入错误");
    }

    private static Raw raw(RequestId id, RequestEvent event) {
        return Raw.of("request", id.toString(), event);
    }

    private static Case unreadable(Poison kind, int i) {
        RequestId id = new RequestId(UUID.nameUUIDFromBytes((kind + "-" + i).getBytes(StandardCharsets.UTF_8)));
        RequestEvent mended = decided(id, ORGAN);
        String sound = EventJson.write(mended);
        String type = kind == UNKNOWN_TYPE ? "RequestTeleported" : "RequestDecided";
        Raw poison = new Raw(
                UUID.randomUUID(),
                "request",
                id.toString(),
                ORGAN.value(),
                type,
                kind == NEWER_REVISION ? 7 : 1,
                spoiled(kind, sound));
        return new Case(
                kind,
                id.toString(),
                raw(id, received(id, ORGAN, kind + "-" + i)),
                poison,
                mended,
                raw(id, corrected(id, ORGAN, "outcome", Outcome.PARTIALLY_GRANTED.id())),
                ALL);
    }

    private static String spoiled(Poison kind, String sound) {
        String date = "\"" + DECIDED + "\"";
        return switch (kind) {
            case UNKNOWN_TYPE, NEWER_REVISION, REFUSED_WHEN_PROJECTED -> sound;
            case BROKEN_JSON -> "{\"note\":\"" + PRIVATE + "\"," + sound.substring(1, sound.length() - 3);
            case MISSING_PROPERTY -> sound.replace("\"decidedOn\":" + date + ",", "");
            case IMPOSSIBLE_DATE -> sound.replace(date, "\"2024-02-30 " + PRIVATE + "\"");
            case UNKNOWN_CODE -> sound.replace("\"granted\"", "\"" + PRIVATE + "\"");
            case OTHER_JSON_TYPE -> sound.replace(date, "{\"day\":\"" + PRIVATE + "\"}");
            case NULL_WHERE_REQUIRED -> sound.replace(date, "null");
            case UNKNOWN_PROPERTY -> sound.replace("{", "{\"" + PRIVATE + "\":1,");
        };
    }

    /** Read without trouble, but what it says fits into no row: too long, too far, not storable, not a date. */
    private static Case refused(int i) {
        if (i % 4 == 1) {
            return overflowing(i);
        }
        RequestId id = new RequestId(new UUID(0x9000, i));
        RequestEvent poison = switch (i % 4) {
            case 0 -> corrected(id, ORGAN, "registrationNumber", PRIVATE + noise(i));
            case 2 -> corrected(id, ORGAN, "documentNumber", PRIVATE + "\u0000");
            default -> corrected(id, ORGAN, "decidedOn", PRIVATE);
        };
        RequestEvent mended = switch (i % 4) {
            case 0 -> corrected(id, ORGAN, "registrationNumber", "short-" + i);
            case 2 -> corrected(id, ORGAN, "documentNumber", "公开答1号");
            default -> corrected(id, ORGAN, "decidedOn", "2024-03-21");
        };
        return new Case(
                REFUSED_WHEN_PROJECTED,
                id.toString(),
                raw(id, received(id, ORGAN, "refused-" + i)),
                raw(id, poison),
                mended,
                raw(id, decided(id, ORGAN)),
                i % 4 == 3 ? Set.of("annual-tables", "caseload") : Set.of("registers"));
    }

    /** No table has a day so far away; the others are of a year to come, so that nothing of it is late. */
    private static Case overflowing(int i) {
        TallyId id = new TallyId(new UUID(0xA000, i));
        return new Case(
                REFUSED_WHEN_PROJECTED,
                id.toString(),
                tally(id, 2040 + i, "1"),
                tally(id, 300_000_000, "1"),
                new TallyEvent.TallyReported(id, ORGAN, 2040 + i, TallyItem.FEES, BigDecimal.TWO, null),
                tally(id, 2040 + i, "3.50"),
                Set.of("annual-tables"));
    }

    private static Raw tally(TallyId id, int year, String amount) {
        return Raw.of(
                "tally",
                id.toString(),
                new TallyEvent.TallyReported(id, ORGAN, year, TallyItem.FEES, new BigDecimal(amount), null));
    }

    /** Too long for an index, and not to be compressed. */
    private static String noise(int seed) {
        StringBuilder noise = new StringBuilder();
        new Random(seed).ints(12_000, 0x4E00, 0x9FA5).forEach(noise::appendCodePoint);
        return noise.toString();
    }
}
