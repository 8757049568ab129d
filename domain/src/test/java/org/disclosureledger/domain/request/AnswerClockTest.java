package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.after;
import static org.disclosureledger.domain.request.RequestExamples.imported;
import static org.disclosureledger.domain.request.RequestExamples.row;

import java.time.LocalDate;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerClockTest {

    private static final WorkingDays DAYS = WorkingDays.shipped();

    private static @Nullable LocalDate lastDay(Facts row) {
        Request request = after(imported(row));
        return AnswerClock.of(row.date(RequestFact.RECEIVED_ON), request.course(), DAYS)
                .lastDay();
    }

    @ParameterizedTest
    @CsvSource({
        // received, last day
        "2024-03-05, 2024-04-02",
        "2024-01-22, 2024-02-22", // Spring Festival 10–17 February, worked on 4 and 18 February
        "2024-09-24, 2024-10-25", // National Day 1–7 October, worked on 29 September and 12 October
        "2020-01-20, 2020-02-25", // 2020: holiday extended to 2 February
        "2023-12-15, 2024-01-15" // over the end of the year
    })
    void twentyWorkingDaysFromTheDayAfterReceipt(String received, String last) {
        assertThat(lastDay(row().with(RequestFact.RECEIVED_ON, received))).hasToString(last);
    }

    @Test
    void correctionStartsThePeriodAnew() {
        assertThat(lastDay(row().with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-15")))
                .hasToString("2024-04-15");
    }

    @Test
    void paymentStartsThePeriodAnew() {
        assertThat(lastDay(row().with(RequestFact.FEE_PAID_ON, "2024-03-15"))).hasToString("2024-04-15");
    }

    @Test
    void extensionAddsTwentyWorkingDays() {
        assertThat(lastDay(row().with(RequestFact.EXTENSION_NOTIFIED_ON, "2024-03-28")))
                .hasToString("2024-04-30");
    }

    @Test
    void consultationIsNotCounted() {
        Facts consulted = row().with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-11")
                .with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-18");
        assertThat(lastDay(consulted)).hasToString("2024-04-10");
    }

    @Test
    void silenceOfTheThirdPartyEndsAfterFifteenWorkingDays() {
        Facts silent = row().with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-11");
        assertThat(lastDay(silent)).hasToString("2024-04-24");
    }
}
