package org.disclosureledger.projections.caseload;

import java.time.LocalDate;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands.
 *
 * @param open whether an answer, the first or another one, is due
 * @param answeredOn legal date of the latest answer
 * @param outcome result of the latest answer
 * @param splitFrom the request whose paper also held this matter
 * @param joinedInto the request with which it is handled together
 * @param handler account of who is to handle it, null for nobody in particular
 * @param proposed identifier of the step that waits for a second person, null for none
 * @param proposedBy sign-in name of who proposed it
 * @param firstEvent number of its first event
 * @param lastEvent number of the latest event that says something of it
 */
public record CaseStage(
        String caseId,
        String number,
        LocalDate receivedOn,
        boolean open,
        @Nullable LocalDate answeredOn,
        @Nullable Outcome outcome,
        @Nullable String splitFrom,
        @Nullable String joinedInto,
        @Nullable String handler,
        @Nullable String proposed,
        @Nullable String proposedBy,
        long firstEvent,
        long lastEvent) {}
