package org.disclosureledger.application.request;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestCommand;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class RequestWiring {

    public static final String AGGREGATE = "request";

    private final AggregateType<RequestCommand, RequestEvent, Request> type;

    RequestWiring(Aggregates aggregates, OrganCalendars calendars, OrganApprovals approvals) {
        type = new AggregateType<>(
                AGGREGATE,
                RequestCommand.class,
                RequestEvent.class,
                c -> c.requestId().toString(),
                new Request.Unreceived(),
                Request::evolve,
                (command, request) -> RequestRules.handle(
                        command,
                        request,
                        calendars.of(command.organ().value()),
                        step -> approvals.required(command.organ().value(), step)));
        aggregates.register(type);
    }

    public AggregateType<RequestCommand, RequestEvent, Request> type() {
        return type;
    }
}
