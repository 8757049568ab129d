package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openapitools.client.api.CalendarApi;
import org.openapitools.client.api.CountingRulesApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.PublicationApi;
import org.openapitools.client.api.RemedyApi;
import org.openapitools.client.model.AcceptanceBody;
import org.openapitools.client.model.AppealBody;
import org.openapitools.client.model.ChangeBody;
import org.openapitools.client.model.ChoiceBody;
import org.openapitools.client.model.ConclusionBody;
import org.openapitools.client.model.NoticeBody;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.PrepareBody;
import org.openapitools.client.model.PublishBody;
import org.openapitools.client.model.ReviewBody;
import org.openapitools.client.model.RulingBody;

/** Another system of an office: a lawsuit through two instances, what the organ publishes by itself, its calendar. */
public final class RemediesAndDisclosure {

    private static final String ORGAN = "client-remedies";

    private final OrganApi organs;
    private final RemedyApi remedies;
    private final CountingRulesApi rules;
    private final PublicationApi publications;
    private final CalendarApi calendar;

    private RemediesAndDisclosure(Connection connection) {
        organs = new OrganApi(connection.client());
        remedies = new RemedyApi(connection.client());
        rules = new CountingRulesApi(connection.client());
        publications = new PublicationApi(connection.client());
        calendar = new CalendarApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        RemediesAndDisclosure program = new RemediesAndDisclosure(new Connection(arguments));
        program.organs.establishOrgan(new OrganBody().code(ORGAN).name("清河镇人民政府"), key());
        program.goesThroughTwoInstances();
        program.choosesACountingRule();
        program.publishes();
        program.entersTheNoticeOfAYear();
    }

    private void goesThroughTwoInstances() throws Exception {
        String suit = remedies.acceptRemedy(
                        ORGAN,
                        new AcceptanceBody()
                                .caseNumber("初1号")
                                .procedure("litigation")
                                .afterReconsideration(false)
                                .acceptedOn("2025-04-07"),
                        key())
                .getCase();
        remedies.concludeRemedy(
                ORGAN, suit, new ConclusionBody().concludedOn("2025-06-10").result("upheld"), key());
        remedies.appealRemedy(
                ORGAN,
                suit,
                new AppealBody()
                        .instance("secondInstance")
                        .appealedOn("2025-06-20")
                        .instanceNumber("终1号"),
                key());
        assertThat(remedies.openRemedy(ORGAN, suit, null).getNext()).hasSize(1);
        remedies.ruleRemedy(ORGAN, suit, new RulingBody().endedOn("2025-09-10").ruling("corrected"), key());

        assertThat(remedies.openRemedy(ORGAN, suit, null).getTrials())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first.getInstance()).isNull(),
                        second -> assertThat(second.getRuling()).isEqualTo("corrected"));
    }

    private void choosesACountingRule() throws Exception {
        rules.chooseCountingRule(
                ORGAN,
                new ChoiceBody().rule("remedy.instances").choice("eachInstance").fromYear(2025),
                key());

        assertThat(rules.openCountingRules(ORGAN, 2025).getRules())
                .filteredOn(rule -> rule.getRule().equals("remedy.instances"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getChoice()).isEqualTo("eachInstance"));
    }

    private void publishes() throws Exception {
        String item = publications
                .preparePublication(
                        ORGAN,
                        new PrepareBody()
                                .publicationNumber("2025-公开-001")
                                .title("征收土地补偿标准")
                                .contentClass("localMatters")
                                .madeOn("2025-03-03"),
                        key())
                .getPublicationId();
        publications.reviewPublication(
                ORGAN,
                item,
                new ReviewBody().reviewedOn("2025-03-05").reviewer("王主任").verdict("publish"),
                key());
        publications.publishPublication(
                ORGAN, item, new PublishBody().channel("website").publishedOn("2025-03-06"), key());

        assertThat(publications
                        .openPublication(ORGAN, item, null)
                        .getPublication()
                        .getStage())
                .isEqualTo("published");
        assertThat(publications
                        .listPublications(ORGAN, 2025, null, "website", null, null, null, 0)
                        .getCount())
                .isEqualTo(1L);
        assertThat(publications
                        .countPublications(ORGAN, 2025, null)
                        .getPublished()
                        .getCount())
                .isEqualTo(1L);
    }

    private void entersTheNoticeOfAYear() throws Exception {
        calendar.enterCalendarNotice(
                ORGAN,
                new NoticeBody()
                        .year(2027)
                        .noticeNumber("国办发明电〔2026〕1号")
                        .noticedOn(LocalDate.of(2026, 11, 1))
                        .offDays(List.of(LocalDate.of(2027, 1, 1)))
                        .workedDays(List.of()),
                key());
        calendar.changeCalendarDay(
                ORGAN,
                new ChangeBody()
                        .day(LocalDate.of(2027, 1, 4))
                        .worked(false)
                        .noticeNumber("县政办发〔2026〕9号")
                        .noticedOn(LocalDate.of(2026, 11, 2))
                        .reason("暴雪"),
                key());

        assertThat(calendar.openCalendar(ORGAN, 2027).getDays()).hasSize(2);
        Path csv = Files.createTempFile("calendar-", ".csv");
        Files.writeString(csv, "日期,类别,通知文号\n2028-01-03,放假,国办发明电〔2027〕1号\n");
        assertThat(calendar.importCalendar(ORGAN, LocalDate.of(2026, 11, 3), csv.toFile(), true, key())
                        .getYears())
                .containsExactly(2028);
        Files.delete(csv);
        assertThat(calendar.exportCalendar(ORGAN)).content().contains("2027-01-04");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
