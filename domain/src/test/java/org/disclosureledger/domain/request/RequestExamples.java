package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;

/** A request as tests tell it: rows as an office hands them in, one after the other. */
final class RequestExamples {

    static final RequestId R1 = new RequestId(new UUID(1, 1));
    static final OrganCode TOWN = new OrganCode("town");
    static final LocalDate TODAY = LocalDate.of(2025, 1, 31);

    private static final WorkingDays WORKING_DAYS = WorkingDays.shipped();

    private RequestExamples() {}

    /** What every row must say: received on 2024-03-05 from a natural person, in person. */
    static Facts row() {
        return Facts.none()
                .with(RequestFact.REGISTRATION_NUMBER, "R1")
                .with(RequestFact.RECEIVED_ON, "2024-03-05")
                .with(RequestFact.CHANNEL, "inPerson")
                .with(RequestFact.APPLICANT_KIND, "naturalPerson")
                .with(RequestFact.APPLICANT, "sealed-name")
                .with(RequestFact.CONTENT, "sealed-content");
    }

    static Facts granted(String decidedOn) {
        return row().with(RequestFact.DECIDED_ON, decidedOn).with(RequestFact.OUTCOME, "granted");
    }

    static Entry imported(Facts facts) {
        return new Entry(facts, false, null, TODAY, Entry.Source.IMPORTED);
    }

    static Entry typed(Facts facts) {
        return new Entry(facts, false, null, TODAY, Entry.Source.TYPED);
    }

    static Entry correcting(Facts facts, String reason) {
        return new Entry(facts, true, reason, TODAY, Entry.Source.TYPED);
    }

    static Judgement<RequestEvent> judge(Request request, Entry entry) {
        return RequestRules.handle(new RequestCommand.RecordRequest(R1, TOWN, entry), request, WORKING_DAYS);
    }

    static Request after(Entry... entries) {
        Request request = new Request.Unreceived();
        for (Entry entry : entries) {
            for (RequestEvent event : judge(request, entry).eventsOrRejection()) {
                request = request.evolve(event);
            }
        }
        return request;
    }

    static java.util.List<String> rules(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }
}
