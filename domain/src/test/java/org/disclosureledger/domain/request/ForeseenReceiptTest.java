package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page says of the day of receipt before anything is recorded: the same that registering will say. */
class ForeseenReceiptTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 5);

    private static List<String> foreseen(
            LocalDate received,
            @Nullable Channel channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrived) {
        return RequestRules.foresee(received, channel, service, arrived, TODAY).stream()
                .map(f -> f.fact() + " " + f.rule())
                .toList();
    }

    @Test
    void dayAloneIsJudgedByItself() {
        assertThat(foreseen(DAY, null, null, null)).isEmpty();
        assertThat(foreseen(TODAY, null, null, null)).isEmpty();
        assertThat(foreseen(TODAY.plusDays(1), null, null, null)).containsExactly("receivedOn FUTURE_DATE");
        assertThat(foreseen(LocalDate.of(205, 3, 5), null, null, null)).containsExactly("receivedOn IMPROBABLE_YEAR");
    }

    @Test
    void channelSaysWhichDayItIs() {
        assertThat(foreseen(DAY, Channel.IN_PERSON, null, null)).isEmpty();
        assertThat(foreseen(DAY, Channel.IN_PERSON, null, DAY.minusDays(1)))
                .containsExactly("receivedOn RECEIVED_AFTER_SUBMISSION");
        assertThat(foreseen(DAY, Channel.EMAIL, null, null)).containsExactly("receivedOn CONFIRMATION_UNCLEAR");
        assertThat(foreseen(DAY, Channel.EMAIL, null, DAY.minusDays(1))).isEmpty();
        assertThat(foreseen(DAY, Channel.FAX, null, DAY.plusDays(1)))
                .containsExactly("arrivedOn ARRIVED_AFTER_RECEIPT");
        assertThat(foreseen(DAY, Channel.POST, null, null)).containsExactly("postalService POSTAL_SERVICE_MISSING");
        assertThat(foreseen(DAY, Channel.POST, PostalService.SIGNED_FOR, DAY)).isEmpty();
        assertThat(foreseen(DAY, Channel.FAX, PostalService.ORDINARY, DAY))
                .containsExactly("postalService POSTAL_SERVICE_WITHOUT_POST");
    }

    @Test
    void withoutAChannelTheKindOfMailIsNotJudged() {
        assertThat(foreseen(DAY, null, PostalService.ORDINARY, DAY.plusDays(1))).isEmpty();
    }
}
