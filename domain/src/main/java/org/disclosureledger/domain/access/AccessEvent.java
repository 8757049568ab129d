package org.disclosureledger.domain.access;

import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/** Who came in, read and took away. It says that something was read and never what it said. */
public sealed interface AccessEvent extends DomainEvent {

    AccessId accessId();

    /** Sign-in name of who did it; null when nobody is known by the name that was tried. */
    @Nullable String account();

    /**
     * What is sealed in one case was opened for somebody to see.
     *
     * @param organ whose case it is
     * @param subjectId the case, or the import; null for a search that found nothing
     */
    record PersonalDataRead(
            AccessId accessId,
            OrganCode organ,
            String account,
            ReadingPurpose purpose,
            @Nullable SubjectId subjectId) implements AccessEvent {}

    /**
     * Somebody took a file away.
     *
     * @param organ whose file it is, or {@link OrganCode#ALL}
     * @param register of which the rows are; null when they are of none
     * @param year of the report or its figures; null when it belongs to none
     * @param personal whether what is sealed in the cases was opened for it
     */
    record DataExported(
            AccessId accessId,
            OrganCode organ,
            String account,
            ExportKind export,
            @Nullable String register,
            @Nullable Integer year,
            boolean personal)
            implements AccessEvent {}

    /**
     * Somebody came in.
     *
     * @param organ where the person works, {@link OrganCode#ALL} for a built-in account
     * @param program whether a program came, which brings its password each time and is told of once in a while
     * @param outside whether a provider of identities said who it is, and no password of the ledger; null for no
     * @param place the address that it came from, sealed
     */
    record SignedIn(
            AccessId accessId,
            OrganCode organ,
            String account,
            boolean program,
            @Nullable Boolean outside,
            SealedText place)
            implements AccessEvent {}

    /**
     * Somebody was not let in: so many had failed from a place that no more was looked at, or a provider of identities
     * knows him and no account here is linked with him that could be used.
     *
     * @param organ where the person works, or {@link OrganCode#ALL}
     * @param place the address that it came from, sealed
     */
    record SignInsRefused(
            AccessId accessId, OrganCode organ, @Nullable String account, SealedText place) implements AccessEvent {}
}
