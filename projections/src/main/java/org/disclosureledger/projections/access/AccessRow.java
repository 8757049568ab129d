package org.disclosureledger.projections.access;

import java.time.Instant;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One reading, export or sign-in.
 *
 * @param account sign-in name; null when the name that was tried is nobody's
 * @param what where it was shown or what was taken away, as events name it; of a sign-in which way it was
 * @param subject the case or import that was read
 * @param register of which the rows are that were taken away
 * @param year of the report that was taken away
 * @param personal whether what is sealed in cases was opened
 * @param place from where somebody came in, sealed
 */
public record AccessRow(
        long number,
        Instant recordedAt,
        String organ,
        @Nullable String account,
        AccessAct act,
        @Nullable String what,
        @Nullable String subject,
        @Nullable String register,
        @Nullable Integer year,
        boolean personal,
        @Nullable String place) {

    public static final String PROGRAM = "program";

    /** A provider of identities said who it was. */
    public static final String OUTSIDE = "outside";

    static AccessRow of(RecordedEvent recorded, AccessEvent event) {
        return switch (event) {
            case AccessEvent.PersonalDataRead e ->
                row(
                        recorded,
                        e,
                        AccessAct.READ,
                        e.purpose().id(),
                        e.subjectId() == null ? null : e.subjectId().toString(),
                        null,
                        null,
                        true,
                        null);
            case AccessEvent.DataExported e ->
                row(recorded, e, AccessAct.EXPORT, e.export().id(), null, e.register(), e.year(), e.personal(), null);
            case AccessEvent.SignedIn e ->
                row(
                        recorded,
                        e,
                        AccessAct.SIGN_IN,
                        e.program() ? PROGRAM : Boolean.TRUE.equals(e.outside()) ? OUTSIDE : null,
                        null,
                        null,
                        null,
                        false,
                        e.place().value());
            case AccessEvent.SignInsRefused e ->
                row(
                        recorded,
                        e,
                        AccessAct.REFUSED,
                        null,
                        null,
                        null,
                        null,
                        false,
                        e.place().value());
        };
    }

    private static AccessRow row(
            RecordedEvent recorded,
            AccessEvent event,
            AccessAct act,
            @Nullable String what,
            @Nullable String subject,
            @Nullable String register,
            @Nullable Integer year,
            boolean personal,
            @Nullable String place) {
        return new AccessRow(
                recorded.number(),
                recorded.recordedAt(),
                event.organ().value(),
                event.account(),
                act,
                what,
                subject,
                register,
                year,
                personal,
                place);
    }
}
