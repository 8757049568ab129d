package org.disclosureledger.projections.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.projections.History;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a town published in its years, as rows and as the figures of part 一. */
class PublicationCountsTest {

    private static final String TOWN = History.TOWN.value();
    private static final PublicationStore STORE = new PublicationStore(TestDatabase.template());

    /** Land prices, on two channels, changed and brought up to date; a budget; a notice that was withdrawn and came back. */
    private static final List<RecordedEvent> EVENTS = new History()
            .prepared(1, ContentClass.LOCAL_MATTERS, "农村政策", "2024-02-20")
            .reviewed(1, "2024-02-21")
            .published(1, PublicationChannel.WEBSITE, "2024-02-26")
            .published(1, PublicationChannel.NOTICE_BOARD, "2024-02-27")
            .prepared(2, ContentClass.BUDGETS, "财政收支", "2024-03-04")
            .reviewed(2, "2024-03-05")
            .published(2, PublicationChannel.WEBSITE, "2024-03-06")
            .updated(1, "2024-12-20")
            .reviewed(1, "2024-12-23")
            .published(1, PublicationChannel.WEBSITE, "2025-01-06")
            .prepared(3, ContentClass.LIVELIHOOD, null, "2024-05-06")
            .reviewed(3, "2024-05-06")
            .published(3, PublicationChannel.ACCOUNT, "2024-05-07")
            .withdrawn(3, null, "2024-06-03")
            .reviewed(3, "2024-06-04")
            .published(3, PublicationChannel.ACCOUNT, "2024-06-05")
            .prepared(4, ContentClass.PLANS, null, "2024-11-04")
            .events();

    @BeforeEach
    void project() {
        PublicationProjector projector = new PublicationProjector(STORE);
        projector.reset();
        projector.project(EVENTS);
    }

    private static String shown(Map<? extends Coded, List<CountedPublication>> figures) {
        return figures.entrySet().stream()
                .map(e -> e.getKey().label() + " " + numbers(e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String numbers(List<CountedPublication> cases) {
        return cases.size() + cases.stream().map(CountedPublication::number).collect(Collectors.joining("、", "（", "）"));
    }

    private static String figures(int year, long upTo) {
        PublicationCounts counts = STORE.counts(TOWN, year, upTo);
        return String.join(
                "\n",
                "公开 " + numbers(counts.published()),
                "按内容",
                shown(counts.byContentClass()),
                "按渠道",
                shown(counts.byChannel()),
                "更新 " + numbers(counts.updates()),
                "撤回 " + numbers(counts.withdrawn()));
    }

    @Test
    void informationCountsOncePerChannelInTheYearOfItsPublication() {
        assertThat(figures(2024, Long.MAX_VALUE)).isEqualTo("""
                公开 3（P1、P2、P3）
                按内容
                财政预算决算 1（P2）
                民生保障 1（P3）
                城乡建设、征收和农业农村等事项 1（P1）
                按渠道
                政府网站 2（P1、P2）
                政务新媒体 1（P3）
                公告栏 1（P1）
                更新 1（P1）
                撤回 1（P3）""");
        assertThat(STORE.counts(TOWN, 2024, Long.MAX_VALUE).byEmphasis()).containsOnlyKeys("农村政策", "财政收支");
        assertThat(shown(STORE.counts(TOWN, 2024, Long.MAX_VALUE)
                        .of(ContentClass.LOCAL_MATTERS)
                        .byChannel()))
                .isEqualTo("政府网站 1（P1）\n公告栏 1（P1）");
    }

    /** What is only brought up to date was counted as an update, in the year of the change. */
    @Test
    void bringingAChannelUpToDateIsNoNewPublication() {
        assertThat(STORE.counts(TOWN, 2025, Long.MAX_VALUE).isEmpty()).isTrue();
    }

    @Test
    void informationThatComesBackInALaterYearCountsThere() {
        PublicationProjector projector = new PublicationProjector(STORE);
        projector.project(following(new History()
                .withdrawn(3, PublicationChannel.ACCOUNT, "2024-12-30")
                .reviewed(3, "2025-02-10")
                .published(3, PublicationChannel.ACCOUNT, "2025-02-11")));

        assertThat(numbers(STORE.counts(TOWN, 2025, Long.MAX_VALUE).published()))
                .isEqualTo("1（P3）");
        assertThat(numbers(STORE.counts(TOWN, 2024, Long.MAX_VALUE).withdrawn()))
                .isEqualTo("1（P3）");
    }

    @Test
    void correctionMovesTheFigureAndThePastStaysAsItWasKnown() {
        long before = EVENTS.size();
        new PublicationProjector(STORE)
                .project(following(new History()
                        .correctedPublication(2, "publishedOn:2", "2024-03-06", "2023-03-06")
                        .correctedPublication(1, "contentClass", "localMatters", "majorProjects")));

        assertThat(figures(2024, before)).startsWith("公开 3（P1、P2、P3）").contains("城乡建设、征收和农业农村等事项 1（P1）");
        assertThat(figures(2024, before + 1)).startsWith("公开 2（P1、P3）");
        assertThat(figures(2024, before + 2)).contains("重大建设项目 1（P1）").doesNotContain("城乡建设");
        assertThat(numbers(STORE.counts(TOWN, 2023, before + 2).published())).isEqualTo("1（P2）");
        assertThat(STORE.years(TOWN)).containsExactly(2024, 2023);
    }

    private static List<RecordedEvent> following(History history) {
        return history.events().stream()
                .map(e -> new RecordedEvent(
                        EVENTS.size() + e.number(), e.recordedAt().plusSeconds(9_999), e.event()))
                .toList();
    }

    @Test
    void listIsFiltered() {
        assertThat(listed(PublicationFilter.ALL)).isEqualTo("P4 P3 P2 P1");
        assertThat(listed(new PublicationFilter(null, ContentClass.BUDGETS, null, null, null)))
                .isEqualTo("P2");
        assertThat(listed(new PublicationFilter(null, null, PublicationChannel.NOTICE_BOARD, null, null)))
                .isEqualTo("P1");
        assertThat(listed(new PublicationFilter(2024, null, PublicationChannel.WEBSITE, null, null)))
                .isEqualTo("P2 P1");
        assertThat(listed(new PublicationFilter(2025, null, PublicationChannel.WEBSITE, null, null)))
                .isEmpty();
        assertThat(listed(new PublicationFilter(2024, null, null, null, null))).isEqualTo("P4 P3 P2 P1");
        assertThat(listed(new PublicationFilter(2025, null, null, null, null))).isEmpty();
        assertThat(listed(new PublicationFilter(null, null, null, PublicationStage.PREPARED, null)))
                .isEqualTo("P4");
        assertThat(listed(new PublicationFilter(null, null, null, null, "息2"))).isEqualTo("P2");
        assertThat(listed(new PublicationFilter(null, null, null, null, "P3"))).isEqualTo("P3");
    }

    private static String listed(PublicationFilter filter) {
        List<PublicationRow> rows = STORE.page(TOWN, filter, 0, 10);
        assertThat(STORE.count(TOWN, filter)).isEqualTo(rows.size());
        return rows.stream().map(PublicationRow::number).collect(Collectors.joining(" "));
    }

    @Test
    void rowTellsWhereTheInformationStandsAndSinceWhenAPeriodRuns() {
        assertThat(STORE.page(TOWN, PublicationFilter.ALL, 0, 10))
                .extracting(row -> row.number() + " " + row.stage().label() + " " + row.dueFrom())
                .containsExactly("P4 待审查 2024-11-04", "P3 已公开 null", "P2 已公开 null", "P1 已公开 null");
    }
}
