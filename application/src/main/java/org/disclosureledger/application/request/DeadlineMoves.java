package org.disclosureledger.application.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.calendar.CalendarChanged;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.AnswerClock;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestStep;
import org.disclosureledger.projections.register.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an organ's working days change, the last days of its open requests move, and each move is recorded. Answered
 * requests keep the last day that they had.
 */
@Component
class DeadlineMoves {

    private final Commands commands;
    private final Ledger ledger;
    private final RegisterStore rows;
    private final Projections projections;
    private final Clock clock;

    DeadlineMoves(Commands commands, Ledger ledger, RegisterStore rows, Projections projections, Clock clock) {
        this.commands = commands;
        this.ledger = ledger;
        this.rows = rows;
        this.projections = projections;
        this.clock = clock;
    }

    @EventListener
    void calendarChanged(CalendarChanged change) {
        projections.catchUp();
        LocalDate today = ZonedDateTime.now(clock).toLocalDate();
        for (String caseId : rows.openRequests(change.organ())) {
            Request request = request(caseId);
            LocalDate before = lastDay(request, change.before());
            if (before != null && !before.equals(lastDay(request, change.after()))) {
                commands.send(
                        RequestWiring.AGGREGATE,
                        new RequestStep.NoteDeadlineMoved(
                                new RequestId(UUID.fromString(caseId)),
                                new OrganCode(change.organ()),
                                today,
                                before,
                                change.notice()),
                        Map.of("by", change.user(), "source", "calendar"),
                        CommandId.once(),
                        List.of());
            }
        }
    }

    private Request request(String caseId) {
        Request request = new Request.Unreceived();
        for (var event : ledger.ofAggregate(caseId, 0)) {
            request = request.evolve((RequestEvent) event.event());
        }
        return request;
    }

    private static @Nullable LocalDate lastDay(Request request, WorkingDays days) {
        return request instanceof Request.Received received
                ? AnswerClock.of(received.facts().date(RequestFact.RECEIVED_ON), received.course(), days)
                        .lastDay()
                : null;
    }
}
