package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Steps.TODAY;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.domain.register.Entry;
import org.jspecify.annotations.Nullable;

/** Rules on how a paper comes in (art. 29, 31): received on 2024-03-05, by hand unless the case says otherwise. */
final class ReceiptCases {

    static final RequestId R2 = new RequestId(new UUID(1, 2));

    private ReceiptCases() {}

    static List<RuleCase> all() {
        return List.of(
                new RuleCase(
                        RequestRule.NOT_RECEIVED,
                        () -> Scenario.nothing().when(extend("2024-03-06", 5)),
                        () -> Scenario.given(received("2024-03-05")).when(extend("2024-03-06", 5))),
                new RuleCase(
                        RequestRule.ALREADY_RECEIVED,
                        () -> Scenario.given(received("2024-03-05")).when(receive(Channel.IN_PERSON, null, null)),
                        () -> Scenario.nothing().when(receive(Channel.IN_PERSON, null, null))),
                rule(
                        RequestRule.ARRIVED_AFTER_RECEIPT,
                        receive(Channel.IN_PERSON, null, "2024-03-06"),
                        receive(Channel.IN_PERSON, null, "2024-03-05")),
                rule(
                        RequestRule.RECEIVED_AFTER_SUBMISSION,
                        receive(Channel.IN_PERSON, null, "2024-03-04"),
                        receive(Channel.IN_PERSON, null, "2024-03-05")),
                rule(
                        RequestRule.POSTAL_SERVICE_MISSING,
                        receive(Channel.POST, null, null),
                        receive(Channel.POST, PostalService.SIGNED_FOR, null)),
                rule(
                        RequestRule.POSTAL_SERVICE_WITHOUT_POST,
                        receive(Channel.IN_PERSON, PostalService.SIGNED_FOR, null),
                        receive(Channel.IN_PERSON, null, null)),
                rule(
                        RequestRule.CONFIRMATION_UNCLEAR,
                        receive(Channel.INTERNET, null, null),
                        receive(Channel.INTERNET, null, "2024-03-04")),
                rule(
                        RequestRule.IDENTITY_PROOF_MISSING,
                        receive(IdentityProof.MISSING, null),
                        receive(IdentityProof.COPY_ATTACHED, null)),
                rule(
                        RequestRule.SPLIT_FROM_ITSELF,
                        receive(IdentityProof.ORIGINAL_SEEN, R1),
                        receive(IdentityProof.ORIGINAL_SEEN, R2)));
    }

    static RequestCommand.ReceiveRequest receive(
            Channel channel, @Nullable PostalService service, @Nullable String arrivedOn) {
        return receive(channel, service, arrivedOn == null ? null : on(arrivedOn), IdentityProof.ORIGINAL_SEEN, null);
    }

    private static RequestCommand.ReceiveRequest receive(IdentityProof proof, @Nullable RequestId splitFrom) {
        return receive(Channel.IN_PERSON, null, null, proof, splitFrom);
    }

    private static RequestCommand.ReceiveRequest receive(
            Channel channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrivedOn,
            IdentityProof proof,
            @Nullable RequestId splitFrom) {
        return new RequestCommand.ReceiveRequest(
                R1,
                TOWN,
                new Entry(row().with(RequestFact.CHANNEL, channel.id()), false, null, TODAY, Entry.Source.TYPED),
                new RequestCommand.Receipt(arrivedOn, service, proof, null, null, WantedForm.PAPER, splitFrom));
    }

    private static RuleCase rule(
            RequestRule rule, RequestCommand.ReceiveRequest fires, RequestCommand.ReceiveRequest spares) {
        return new RuleCase(
                rule,
                () -> Scenario.nothing().when(fires),
                () -> Scenario.nothing().when(spares));
    }
}
