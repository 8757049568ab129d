package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.calendar.CalendarChanged;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.AnswerClock;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestStep;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
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
    private final CaseFiles files;
    private final CaseloadStore caseload;
    private final Projections projections;

    DeadlineMoves(Commands commands, CaseFiles files, CaseloadStore caseload, Projections projections) {
        this.commands = commands;
        this.files = files;
        this.caseload = caseload;
        this.projections = projections;
    }

    @EventListener
    void calendarChanged(CalendarChanged change) {
        projections.catchUp();
        for (CaseStage open : caseload.open(change.organ())) {
            CaseFile file = files.require(change.organ(), open.caseId());
            LocalDate before = lastDay(file, change.before());
            if (before != null && !before.equals(lastDay(file, change.after()))) {
                commands.send(
                        RequestWiring.AGGREGATE,
                        new RequestStep.NoteDeadlineMoved(
                                new RequestId(UUID.fromString(open.caseId())),
                                new OrganCode(change.organ()),
                                files.today(),
                                before,
                                change.notice()),
                        Map.of("by", change.user(), "source", "calendar"),
                        CommandId.once(),
                        List.of());
            }
        }
    }

    private static @Nullable LocalDate lastDay(CaseFile file, WorkingDays days) {
        return AnswerClock.of(file.receivedOn(), file.course(), days).lastDay();
    }
}
