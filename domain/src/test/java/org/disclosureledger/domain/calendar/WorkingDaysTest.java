package org.disclosureledger.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({
        "2024-02-09, true", // the Friday before the Spring Festival of 2024 is worked
        "2024-02-10, false",
        "2024-02-18, true", // a Sunday worked instead
        "2024-02-24, false", // a Saturday
        "2020-01-31, false",
        "2020-02-01, false", // its make-up day was cancelled
        "2020-02-03, true",
        "2022-12-31, false"
    })
    void noticesDecide(String day, boolean worked) {
        assertThat(days.isWorkingDay(LocalDate.parse(day))).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({"2019, 250", "2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251"})
    void yearsHaveTheirNumberOfWorkingDays(int year, int expected) {
        assertThat(days.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(expected);
    }

    @Test
    void yearWithoutANoticeIsNotSettled() {
        assertThat(days.isSettled(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(days.isSettled(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void betweenCountsTheDaysThatAreWorked() {
        for (LocalDate from = LocalDate.of(2018, 12, 20); from.getYear() < 2028; from = from.plusDays(13)) {
            int counted = 0;
            for (int n = 1; n < 800; n++) {
                counted += days.isWorkingDay(from.plusDays(n)) ? 1 : 0;
                assertThat(days.between(from, from.plusDays(n)))
                        .as("%d days from %s", n, from)
                        .isEqualTo(counted);
            }
        }
    }

    @Test
    void betweenIsTheInverseOfAfter() {
        LocalDate start = LocalDate.of(2024, 1, 17);
        for (int n = 1; n < 300; n++) {
            assertThat(days.between(start, days.after(start, n))).isEqualTo(n);
        }
        assertThat(days.between(start, start)).isZero();
        assertThat(days.between(start, start.minusDays(9))).isZero();
        assertThat(days.after(start, 0)).isEqualTo(start);
    }
}
