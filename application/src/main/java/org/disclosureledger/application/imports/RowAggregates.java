package org.disclosureledger.application.imports;

import java.util.UUID;
import org.disclosureledger.application.document.DocumentWiring;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.remedy.RemedyWiring;
import org.disclosureledger.application.request.RequestWiring;
import org.disclosureledger.application.tally.TallyWiring;
import org.disclosureledger.domain.document.DocumentCommand;
import org.disclosureledger.domain.document.DocumentId;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.remedy.RemedyCommand;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.RequestCommand;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.tally.TallyCommand;
import org.disclosureledger.domain.tally.TallyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The aggregate behind each register. */
@Component
class RowAggregates {

    private final Identifiers identifiers;
    private final RowAggregate<?, ?, ?> requests;
    private final RowAggregate<?, ?, ?> remedies;
    private final RowAggregate<?, ?, ?> documents;
    private final RowAggregate<?, ?, ?> tallies;

    RowAggregates(
            RequestWiring requests,
            RemedyWiring remedies,
            DocumentWiring documents,
            TallyWiring tallies,
            Identifiers identifiers) {
        this.identifiers = identifiers;
        this.requests = new RowAggregate<>(
                RegisterLayout.REQUESTS,
                requests.type(),
                (id, organ, entry) -> new RequestCommand.RecordRequest(new RequestId(id), organ, entry));
        this.remedies = new RowAggregate<>(RegisterLayout.REMEDIES, remedies.type(), this::recordRemedy);
        this.documents = new RowAggregate<>(
                RegisterLayout.DOCUMENTS,
                documents.type(),
                (id, organ, entry) -> new DocumentCommand.RecordDocument(new DocumentId(id), organ, entry));
        this.tallies = new RowAggregate<>(
                RegisterLayout.TALLIES,
                tallies.type(),
                (id, organ, entry) -> new TallyCommand.RecordTally(new TallyId(id), organ, entry));
    }

    private RemedyCommand recordRemedy(UUID id, OrganCode organ, Entry entry) {
        return new RemedyCommand.RecordRemedy(new RemedyId(id), organ, entry, request(organ, entry));
    }

    RemedyCommand acceptRemedy(UUID id, OrganCode organ, Entry entry) {
        return new RemedyCommand.AcceptRemedy(new RemedyId(id), organ, entry, request(organ, entry));
    }

    /** The request that an entry's registration number stands for, whether or not it is recorded here. */
    private @Nullable RequestId request(OrganCode organ, Entry entry) {
        String number = entry.facts().find(RemedyFact.REGISTRATION_NUMBER);
        return number == null
                ? null
                : new RequestId(identifiers.of(RegisterLayout.REQUESTS.id(), organ.value(), number));
    }

    RowAggregate<?, ?, ?> of(RegisterLayout register) {
        return switch (register) {
            case REQUESTS -> requests;
            case REMEDIES -> remedies;
            case DOCUMENTS -> documents;
            case TALLIES -> tallies;
        };
    }
}
