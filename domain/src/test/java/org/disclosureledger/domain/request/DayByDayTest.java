package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.Scenario.DAYS;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;

import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.domain.request.AnswerClock.Day;
import org.disclosureledger.domain.request.AnswerClock.Treatment;
import org.junit.jupiter.api.Test;

/** The trace that shows why the last day is the last day. */
class DayByDayTest {

    private static List<Day> days(Scenario scenario) {
        return AnswerClock.days(
                scenario.request().facts().date(RequestFact.RECEIVED_ON),
                scenario.request().course(),
                DAYS);
    }

    @Test
    void everyDayFromTheFirstToTheLastIsNamed() {
        Scenario scenario = given(
                received("2024-03-28"), consultOrgan("2024-04-02"), takeInOpinion("2024-04-08", 1, Opinion.CONSENTS));

        // Qingming: 4 to 6 April are off, Sunday the 7th is worked.
        assertThat(days(scenario))
                .startsWith(
                        new Day(on("2024-03-29"), Treatment.COUNTED, 1),
                        new Day(on("2024-03-30"), Treatment.REST, 0),
                        new Day(on("2024-03-31"), Treatment.REST, 0),
                        new Day(on("2024-04-01"), Treatment.COUNTED, 2),
                        new Day(on("2024-04-02"), Treatment.COUNTED, 3),
                        new Day(on("2024-04-03"), Treatment.CONSULTATION, 0),
                        new Day(on("2024-04-04"), Treatment.REST, 0),
                        new Day(on("2024-04-05"), Treatment.REST, 0),
                        new Day(on("2024-04-06"), Treatment.REST, 0),
                        new Day(on("2024-04-07"), Treatment.CONSULTATION, 0),
                        new Day(on("2024-04-08"), Treatment.CONSULTATION, 0),
                        new Day(on("2024-04-09"), Treatment.COUNTED, 4));
    }

    @Test
    void numbersRunOnToTheLastDay() {
        Scenario scenario = given(received("2024-03-05"), extend("2024-03-28", 20));

        List<Day> days = days(scenario);

        assertThat(days.stream().map(Day::number).filter(n -> n > 0))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(days.get(days.size() - 1)).isEqualTo(new Day(on("2024-04-30"), Treatment.COUNTED, 40));
        assertThat(days.stream().map(Day::day))
                .containsExactlyElementsOf(
                        on("2024-03-06").datesUntil(on("2024-05-01")).toList());
    }
}
