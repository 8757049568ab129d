package org.disclosureledger.projections.caseload;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** What one more event says. */
    private static final class Said {

        private @Nullable String number;
        private @Nullable LocalDate receivedOn;
        private @Nullable Boolean open;
        private @Nullable LocalDate answeredOn;
        private @Nullable String outcome;
        private @Nullable LocalDate reansweredOn;
        private @Nullable String newOutcome;
        private @Nullable String splitFrom;
        private @Nullable String joinedInto;
        private @Nullable String handler;
        private @Nullable String proposed;
        private @Nullable String proposedBy;
    }

    private StagePatch and(Consumer<Said> says) {
        Said said = new Said();
        says.accept(said);
        return then(new StagePatch(
                caseId,
                organ,
                said.number,
                said.receivedOn,
                said.open,
                said.answeredOn,
                said.outcome,
                said.reansweredOn,
                said.newOutcome,
                said.splitFrom,
                said.joinedInto,
                said.handler,
                said.proposed,
                said.proposedBy,
                firstEvent,
                lastEvent));
    }

    StagePatch received(String withNumber, LocalDate on) {
        return and(said -> {
            said.number = withNumber;
            said.receivedOn = on;
            said.open = true;
        });
    }

    StagePatch receivedOn(LocalDate on) {
        return and(said -> said.receivedOn = on);
    }

    StagePatch opened(boolean again) {
        return and(said -> said.open = again);
    }

    StagePatch answered(@Nullable LocalDate on, @Nullable String result) {
        return and(said -> {
            said.answeredOn = on;
            said.outcome = result;
        });
    }

    StagePatch answeredAnew(LocalDate on, String result) {
        return and(said -> {
            said.reansweredOn = on;
            said.newOutcome = result;
        });
    }

    StagePatch linked(@Nullable String from, @Nullable String into) {
        return and(said -> {
            said.splitFrom = from;
            said.joinedInto = into;
        });
    }

    /** @param account null for nobody */
    StagePatch handledBy(@Nullable String account) {
        return and(said -> said.handler = account == null ? NOBODY : account);
    }

    StagePatch proposed(String step, String by) {
        return and(said -> {
            said.proposed = step;
            said.proposedBy = by;
        });
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
