package org.disclosureledger.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarRulesTest {

    private static final OrganCode TOWN = new OrganCode("town");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String NUMBER = "国办发明电〔2026〕9号";
    private static final Days OFF =
            Days.of("2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-02-10 2027-04-05 2027-05-01"
                    + " 2027-05-02 2027-05-03 2027-06-09 2027-09-15 2027-10-01 2027-10-04");
    private static final Days WORKED = Days.of("2027-02-13");

    private static CalendarCommand.EnterHolidayNotice notice(int year, String number, Days off, Days worked) {
        return new CalendarCommand.EnterHolidayNotice(
                TOWN, TODAY, year, number, LocalDate.of(2026, 11, 4), off, worked);
    }

    private static CalendarCommand.ChangeDay change(String day, boolean worked) {
        return new CalendarCommand.ChangeDay(TOWN, TODAY, LocalDate.parse(day), worked, "某市人民政府公告", TODAY, "防汛");
    }

    private static Judgement<CalendarEvent> judge(CalendarCommand... commands) {
        OrganCalendar calendar = OrganCalendar.SHIPPED;
        Judgement<CalendarEvent> judgement = Judgement.of(List.of());
        for (CalendarCommand command : commands) {
            judgement = CalendarRules.handle(command, calendar);
            for (CalendarEvent event : judgement.events()) {
                calendar = calendar.evolve(event);
            }
        }
        return judgement;
    }

    private static WorkingDays after(CalendarCommand... commands) {
        OrganCalendar calendar = OrganCalendar.SHIPPED;
        for (CalendarCommand command : commands) {
            for (CalendarEvent event : CalendarRules.handle(command, calendar).eventsOrRejection()) {
                calendar = calendar.evolve(event);
            }
        }
        return calendar.days();
    }

    @Test
    void noticeSettlesItsYearAndNoOther() {
        WorkingDays days = after(notice(2027, NUMBER, OFF, WORKED));

        assertThat(days.isSettled(LocalDate.of(2027, 3, 1))).isTrue();
        assertThat(days.isSettled(LocalDate.of(2028, 3, 1))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2027, 2, 13))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2027, 2, 14))).isFalse();
        assertThat(days.why(LocalDate.of(2027, 2, 13))).isEqualTo("调休上班（" + NUMBER + "）");
        assertThat(days.why(LocalDate.of(2027, 2, 8))).isEqualTo("放假（" + NUMBER + "）");
        assertThat(days.why(LocalDate.of(2027, 3, 3))).isEqualTo("星期三");
        assertThat(days.why(LocalDate.of(2028, 3, 3))).isEqualTo("星期五（该年尚无放假通知，按星期推定）");
        assertThat(days.named(2027)).hasSize(16);
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void laterNoticeReplacesTheYearAndSaysSo() {
        Judgement<CalendarEvent> second =
                judge(notice(2027, NUMBER, OFF, WORKED), notice(2027, "国办发明电〔2027〕1号", OFF, Days.NONE));

        assertThat(second.events()).hasSize(1);
        assertThat(second.findings()).extracting(Finding::rule).containsExactly("REPLACES_A_NOTICE");
        assertThat(after(notice(2027, NUMBER, OFF, WORKED), notice(2027, "国办发明电〔2027〕1号", OFF, Days.NONE))
                        .isWorkingDay(LocalDate.of(2027, 2, 13)))
                .isFalse();
    }

    @Test
    void sameNoticeTwiceIsOne() {
        assertThat(judge(notice(2027, NUMBER, OFF, WORKED), notice(2027, NUMBER, OFF, WORKED)))
                .isEqualTo(Judgement.of(List.of()));
        assertThat(judge(notice(2027, NUMBER, OFF, WORKED), notice(2027, NUMBER, OFF, Days.NONE))
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2028, 国办发1号, 2027-02-13, DAY_OF_ANOTHER_YEAR",
        "1999, 国办发1号, 2027-02-13, YEAR_IMPROBABLE",
        "2101, 国办发1号, 2027-02-13, YEAR_IMPROBABLE",
        "2027, ' ', 2027-02-13, NOTICE_NUMBER_MISSING",
        "2027, 国办发1号, 2027-05-01, OFF_AND_WORKED",
        "2027, 国办发1号, 2027-02-12, WORKED_ANYWAY"
    })
    void impossibleNoticesAreRefused(int year, String number, String worked, String rule) {
        Judgement<CalendarEvent> judgement = judge(notice(year, number, OFF, Days.of(worked)));

        assertThat(judgement.events()).isEmpty();
        assertThat(judgement.findings())
                .filteredOn(f -> f.severity() == Severity.FAULT)
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void noticeWithoutADayOffIsRefusedAndOneWithFewIsDoubted() {
        assertThat(judge(notice(2027, NUMBER, Days.NONE, Days.NONE)).findings())
                .extracting(Finding::rule)
                .containsExactly("NO_DAY_OFF");
        Judgement<CalendarEvent> few = judge(notice(2027, NUMBER, Days.of("2027-01-01"), Days.NONE));
        assertThat(few.findings()).extracting(Finding::rule).containsExactly("FEWER_THAN_THE_STATUTORY_HOLIDAYS");
        assertThat(few.events()).hasSize(1);
        assertThat(judge(notice(2027, NUMBER, OFF, Days.NONE)).findings()).isEmpty();
    }

    @Test
    void noticeOfTomorrowIsRefused() {
        Judgement<CalendarEvent> judgement = judge(
                new CalendarCommand.EnterHolidayNotice(TOWN, TODAY, 2027, NUMBER, TODAY.plusDays(1), OFF, WORKED));

        assertThat(judgement.findings()).extracting(Finding::rule).containsExactly("NOTICE_IN_THE_FUTURE");
        assertThat(judge(new CalendarCommand.EnterHolidayNotice(TOWN, TODAY, 2027, NUMBER, TODAY, OFF, WORKED))
                        .faulty())
                .isFalse();
    }

    @Test
    void emergencyChangesOneDay() {
        WorkingDays days = after(change("2026-12-01", false), change("2026-12-05", true));

        assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 5))).isTrue();
        assertThat(days.why(LocalDate.of(2026, 12, 1))).isEqualTo("放假（某市人民政府公告）");
        assertThat(days.isSettled(LocalDate.of(2026, 12, 1))).isTrue();
    }

    @Test
    void changeThatChangesNothingIsRefused() {
        assertThat(judge(change("2026-12-01", true)).findings())
                .extracting(Finding::rule)
                .containsExactly("NOTHING_CHANGES");
        assertThat(judge(change("2199-12-02", false)).findings())
                .extracting(Finding::rule)
                .containsExactly("YEAR_IMPROBABLE");
        assertThat(judge(change("1999-12-01", false)).findings())
                .extracting(Finding::rule)
                .containsExactly("YEAR_IMPROBABLE");
    }

    @Test
    void daysAreReadAndWrittenInOneForm() {
        assertThat(Days.of("2027-02-06，2027-02-05、2027-02-06\n")).hasToString("2027-02-05 2027-02-06");
        assertThat(Days.of(" ")).isEqualTo(Days.NONE).hasToString("");
    }

    @Test
    void shippedYearsNameTheirNotices() {
        assertThat(WorkingDays.shipped().notices()).containsOnlyKeys(2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(WorkingDays.shipped().why(LocalDate.of(2020, 1, 31))).contains("国办发明电〔2020〕1号");
    }
}
