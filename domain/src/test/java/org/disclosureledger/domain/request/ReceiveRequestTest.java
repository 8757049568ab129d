package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.ReceiptCases.receive;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.TODAY;
import static org.disclosureledger.domain.request.Steps.on;

import java.util.Arrays;
import java.util.List;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.RegisterRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Art. 29, 31: a paper comes in. The register says that it was received on 2024-03-05. */
class ReceiveRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            emptyValue = "",
            value = {
                // channel | service  | arrived    | remarks or faults
                "inPerson | -         | -          | -",
                "inPerson | -         | 2024-03-05 | -",
                "inPerson | -         | 2024-03-04 | RECEIVED_AFTER_SUBMISSION",
                "inPerson | -         | 2024-03-06 | ARRIVED_AFTER_RECEIPT",
                "inPerson | signedFor | -          | POSTAL_SERVICE_WITHOUT_POST",
                "post     | -         | -          | POSTAL_SERVICE_MISSING",
                "post     | signedFor | -          | -",
                "post     | signedFor | 2024-03-05 | -",
                "post     | signedFor | 2024-03-04 | RECEIVED_AFTER_SUBMISSION",
                "post     | ordinary  | -          | CONFIRMATION_UNCLEAR",
                "post     | ordinary  | 2024-03-04 | -",
                "internet | -         | -          | CONFIRMATION_UNCLEAR",
                "internet | -         | 2024-03-04 | -",
                "email    | -         | -          | CONFIRMATION_UNCLEAR",
                "email    | -         | 2024-03-04 | -",
                "fax      | -         | -          | CONFIRMATION_UNCLEAR",
                "fax      | -         | 2024-03-05 | -",
                "fax      | ordinary  | 2024-03-05 | POSTAL_SERVICE_WITHOUT_POST",
                "other    | -         | -          | -",
                "other    | -         | 2024-03-04 | -"
            })
    void channelDecidesOnTheDayOfReceipt(
            String channel, @Nullable String service, @Nullable String arrived, @Nullable String rule) {
        PostalService postal = Arrays.stream(PostalService.values())
                .filter(s -> s.id().equals(service))
                .findFirst()
                .orElse(null);

        Scenario.Told told = Scenario.nothing().when(receive(Channel.of(channel), postal, arrived));

        assertThat(told.rules()).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void paperIsNotedBesideTheRegistersColumns() {
        RequestId r2 = ReceiptCases.R2;
        RequestCommand.ReceiveRequest command = new RequestCommand.ReceiveRequest(
                R1,
                TOWN,
                new Entry(row().with(RequestFact.CHANNEL, "post"), false, null, TODAY, Entry.Source.TYPED),
                new RequestCommand.Receipt(
                        on("2024-03-04"),
                        PostalService.ORDINARY,
                        IdentityProof.COPY_ATTACHED,
                        TEXT,
                        TEXT,
                        WantedForm.DISC,
                        r2));

        Scenario.Told told = Scenario.nothing().when(command).thenAccepted();

        assertThat(told.judgement().events()).hasSize(2);
        assertThat(told.judgement().events().get(0)).isInstanceOf(RequestEvent.RequestReceived.class);
        assertThat(told.judgement().events().get(1))
                .isEqualTo(new RequestEvent.ReceiptDocumented(
                        R1,
                        TOWN,
                        on("2024-03-04"),
                        PostalService.ORDINARY,
                        IdentityProof.COPY_ATTACHED,
                        TEXT,
                        TEXT,
                        WantedForm.DISC,
                        r2));
    }

    @Test
    void incompleteRowIsRefusedTogetherWithThePaper() {
        RequestCommand.ReceiveRequest command = new RequestCommand.ReceiveRequest(
                R1,
                TOWN,
                new Entry(Facts.none(), false, null, TODAY, Entry.Source.TYPED),
                new RequestCommand.Receipt(
                        on("2024-03-04"), null, IdentityProof.COPY_ATTACHED, null, null, null, null));

        Scenario.nothing()
                .when(command)
                .thenRejected(
                        RegisterRule.REQUIRED,
                        RegisterRule.REQUIRED,
                        RegisterRule.REQUIRED,
                        RegisterRule.REQUIRED,
                        RegisterRule.REQUIRED,
                        RegisterRule.REQUIRED);
    }

    @Test
    void numberThatIsTakenIsNamed() {
        Scenario.Told told = Scenario.given(Steps.received("2024-03-05"))
                .when(receive(Channel.IN_PERSON, null, null))
                .thenRejected(RequestRule.ALREADY_RECEIVED);

        assertThat(told.judgement().findings().get(0).sentence()).contains("R1");
    }
}
