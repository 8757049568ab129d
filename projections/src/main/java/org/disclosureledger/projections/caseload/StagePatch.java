package org.disclosureledger.projections.caseload;

import java.time.LocalDate;
import java.util.Optional;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a run of events says of where a request stands; null for what it does not say.
 *
 * @param handler account of who handles it, empty for nobody
 * @param proposed identifier of the step that waits for a second person, empty for none
 * @param proposedBy sign-in name of who proposed it, empty when nothing waits
 */
record StagePatch(
        String caseId,
        String organ,
        @Nullable String number,
        @Nullable LocalDate receivedOn,
        @Nullable Boolean open,
        @Nullable LocalDate answeredOn,
        @Nullable String outcome,
        @Nullable LocalDate reansweredOn,
        @Nullable String newOutcome,
        @Nullable String splitFrom,
        @Nullable String joinedInto,
        @Nullable String handler,
        @Nullable String proposed,
        @Nullable String proposedBy,
        long firstEvent,
        long lastEvent) {

    private static final String NOBODY = "";

    static StagePatch of(String caseId, String organ, long event) {
        return new StagePatch(
                caseId, organ, null, null, null, null, null, null, null, null, null, null, null, null, event, event);
    }

    StagePatch received(String withNumber, LocalDate on) {
        return new StagePatch(
                caseId,
                organ,
                withNumber,
                on,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch receivedOn(LocalDate on) {
        return new StagePatch(
                caseId,
                organ,
                null,
                on,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch opened(boolean again) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                again,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch answered(@Nullable LocalDate on, @Nullable String result) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                open,
                on,
                result,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch answeredAnew(LocalDate on, String result) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                open,
                null,
                null,
                on,
                result,
                null,
                null,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch linked(@Nullable String from, @Nullable String into) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                from,
                into,
                null,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    /** @param account null for nobody */
    StagePatch handledBy(@Nullable String account) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                account == null ? NOBODY : account,
                null,
                null,
                firstEvent,
                lastEvent);
    }

    StagePatch proposed(String step, String by) {
        return new StagePatch(
                caseId,
                organ,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                step,
                by,
                firstEvent,
                lastEvent);
    }

    /** Nothing waits for a second person any more. */
    StagePatch settled() {
        return proposed(NOBODY, NOBODY);
    }

    StagePatch then(StagePatch later) {
        return new StagePatch(
                caseId,
                organ,
                or(later.number, number),
                or(later.receivedOn, receivedOn),
                or(later.open, open),
                or(later.answeredOn, answeredOn),
                or(later.outcome, outcome),
                or(later.reansweredOn, reansweredOn),
                or(later.newOutcome, newOutcome),
                or(later.splitFrom, splitFrom),
                or(later.joinedInto, joinedInto),
                or(later.handler, handler),
                or(later.proposed, proposed),
                or(later.proposedBy, proposedBy),
                firstEvent,
                later.lastEvent);
    }

    /** What a row of these events says. */
    Optional<CaseStage> stage() {
        String result = or(newOutcome, outcome);
        return number == null || receivedOn == null
                ? Optional.empty()
                : Optional.of(new CaseStage(
                        caseId,
                        number,
                        receivedOn,
                        Boolean.TRUE.equals(open),
                        or(reansweredOn, answeredOn),
                        result == null ? null : Outcome.of(result),
                        splitFrom,
                        joinedInto,
                        known(handler),
                        known(proposed),
                        known(proposedBy),
                        firstEvent,
                        lastEvent));
    }

    private static @Nullable String known(@Nullable String said) {
        return NOBODY.equals(said) ? null : said;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
