package org.disclosureledger.domain.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city with two counties, towns and a department; who may stand under whom, from when. */
class HierarchyRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final Set<String> KNOWN = Set.of("city", "east", "west", "town", "village", "bureau");

    /** What is stated, as the projection keeps it: one statement for an organ and a day. */
    static final class Stated implements OtherOrgans {

        private final Map<List<Object>, OrganTree.Placement> placements = new LinkedHashMap<>();
        private final Map<OrganCode, OrganTree.Merger> mergers = new LinkedHashMap<>();

        void take(OrganEvent event) {
            if (event instanceof OrganEvent.OrganPlaced e) {
                placements.put(
                        List.of(e.organ(), e.placedFrom()),
                        new OrganTree.Placement(e.organ(), e.placedFrom(), e.superior()));
            } else if (event instanceof OrganEvent.OrganMerged e) {
                mergers.put(e.organ(), new OrganTree.Merger(e.organ(), e.into(), e.mergedOn()));
            } else if (event instanceof OrganEvent.OrganMergerWithdrawn e) {
                mergers.remove(e.organ());
            }
        }

        @Override
        public boolean exists(OrganCode organ) {
            return KNOWN.contains(organ.value());
        }

        @Override
        public OrganTree tree() {
            return new OrganTree(placements.values(), mergers.values());
        }
    }

    private final Stated stated = new Stated();

    static OrganCode code(String value) {
        return new OrganCode(value);
    }

    private List<OrganEvent> take(OrganCommand command) {
        List<OrganEvent> events = OrganRules.handle(command, new Organ.Established("某机关"), stated);
        events.forEach(stated::take);
        return events;
    }

    private List<OrganEvent> place(String organ, @Nullable String superior, String from) {
        return take(new OrganCommand.PlaceOrgan(
                code(organ), superior == null ? null : code(superior), LocalDate.parse(from), TODAY));
    }

    private List<OrganEvent> merge(String organ, String into, String on) {
        return take(new OrganCommand.MergeOrgan(code(organ), code(into), LocalDate.parse(on), TODAY));
    }

    private List<OrganEvent> withdraw(String organ, String reason) {
        return take(new OrganCommand.WithdrawMerger(code(organ), reason));
    }

    private static void objects(Runnable act, OrganRule rule) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings()).extracting(Finding::rule).containsExactly(rule.name()));
    }

    private @Nullable String superior(String organ, String day) {
        OrganCode superior = stated.tree().superior(code(organ), LocalDate.parse(day));
        return superior == null ? null : superior.value();
    }

    @Test
    void standsThereFromItsDayOnUntilItMoves() {
        place("town", "east", "2020-01-01");
        place("town", "west", "2024-07-01");

        assertThat(superior("town", "2019-12-31")).isNull();
        assertThat(superior("town", "2024-06-30")).isEqualTo("east");
        assertThat(superior("town", "2024-07-01")).isEqualTo("west");
        place("town", null, "2025-01-01");
        assertThat(superior("town", "2025-01-01")).isNull();
    }

    @Test
    void whatChangesNothingIsNotRecordedAgain() {
        place("town", "east", "2020-01-01");

        assertThat(place("town", "east", "2020-01-01")).isEmpty();
        assertThat(place("town", "east", "2022-01-01")).isEmpty();
        assertThat(place("village", null, "2020-01-01")).isEmpty();
        assertThat(place("town", "east", "2019-01-01")).hasSize(1);
        merge("town", "west", "2024-07-01");
        assertThat(merge("town", "west", "2024-07-01")).isEmpty();
    }

    @Test
    void laterStatementAboutADayCorrectsTheEarlierOne() {
        place("town", "east", "2024-03-01");

        assertThat(place("town", "west", "2024-03-01"))
                .containsExactly(new OrganEvent.OrganPlaced(code("town"), code("west"), LocalDate.of(2024, 3, 1)));
        assertThat(superior("town", "2024-03-01")).isEqualTo("west");
    }

    /** The move was in May and not in March: March is corrected to what held before, and May is stated. */
    @Test
    void dayOfAMoveIsCorrectedByTwoStatements() {
        place("town", "east", "2020-01-01");
        place("town", "west", "2024-03-01");
        place("town", "east", "2024-03-01");
        place("town", "west", "2024-05-01");

        assertThat(superior("town", "2024-04-30")).isEqualTo("east");
        assertThat(superior("town", "2024-05-01")).isEqualTo("west");
    }

    @Test
    void superiorIsAnotherOrganThatStandsThen() {
        objects(() -> place("town", "town", "2020-01-01"), OrganRule.OWN_SUPERIOR);
        objects(() -> place("town", "nowhere", "2020-01-01"), OrganRule.ORGAN_UNKNOWN);
        merge("east", "west", "2024-07-01");
        objects(() -> place("town", "east", "2024-07-01"), OrganRule.SUPERIOR_CEASED);
        assertThat(place("town", "east", "2024-06-30")).hasSize(1);
    }

    @Test
    void unknownOrganStandsNowhere() {
        assertThatThrownBy(() -> OrganRules.handle(
                        new OrganCommand.WithdrawMerger(code("town"), "误登"), new Organ.Unknown(), stated))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings()).extracting(Finding::rule).containsExactly("ORGAN_UNKNOWN"));
    }

    /** East stands under the city, the town under east; from 2023 the village stands under the town. */
    @ParameterizedTest
    @CsvSource({
        "city, town, 2022-01-01, true",
        "city, east, 2022-01-01, true",
        "city, village, 2022-01-01, true",
        "east, village, 2021-01-01, true",
        "east, village, 2023-01-01, true",
        "east, west, 2022-01-01, false",
        "village, west, 2022-01-01, false",
        "city, bureau, 2022-01-01, false",
    })
    void nobodyStandsAboveHimselfOnAnyDay(String organ, String superior, String from, boolean circle) {
        place("east", "city", "2020-01-01");
        place("town", "east", "2020-01-01");
        place("village", "town", "2023-01-01");

        if (circle) {
            objects(() -> place(organ, superior, from), OrganRule.SUPERIOR_IN_CIRCLE);
        } else {
            assertThat(place(organ, superior, from)).hasSize(1);
        }
    }

    @Test
    void moveThatEndsACircleInTimeIsNone() {
        place("town", "east", "2020-01-01");
        place("town", "city", "2022-01-01");

        assertThat(place("east", "town", "2022-01-01")).hasSize(1);
        objects(() -> place("west", "west", "2022-01-01"), OrganRule.OWN_SUPERIOR);
        objects(() -> place("town", "east", "2023-01-01"), OrganRule.SUPERIOR_IN_CIRCLE);
    }

    @Test
    void whatStoodUnderACeasedOrganStandsUnderItsSuccessor() {
        place("town", "east", "2020-01-01");
        merge("east", "west", "2024-07-01");

        assertThat(superior("town", "2024-06-30")).isEqualTo("east");
        assertThat(superior("town", "2024-07-01")).isEqualTo("west");
    }

    @Test
    void mergerIsIntoAnotherOrganThatStandsAndNotBelow() {
        place("town", "east", "2020-01-01");

        objects(() -> merge("east", "east", "2024-07-01"), OrganRule.MERGED_INTO_ITSELF);
        objects(() -> merge("east", "nowhere", "2024-07-01"), OrganRule.ORGAN_UNKNOWN);
        objects(() -> merge("east", "town", "2024-07-01"), OrganRule.SUPERIOR_IN_CIRCLE);
        merge("west", "city", "2024-07-01");
        objects(() -> merge("east", "west", "2024-07-01"), OrganRule.MERGED_INTO_CEASED);
        assertThat(merge("east", "west", "2024-06-30")).hasSize(1);
    }

    @Test
    void ceasedOrganIsNotPlacedAnyMore() {
        merge("town", "east", "2024-07-01");

        objects(() -> place("town", "west", "2024-07-01"), OrganRule.CEASED_ORGAN_PLACED);
        assertThat(place("town", "west", "2024-06-30")).hasSize(1);
    }

    @Test
    void mergerIsCorrectedOrTakenBackOpenly() {
        objects(() -> withdraw("town", "误登"), OrganRule.NOT_MERGED);
        merge("town", "east", "2024-07-01");
        assertThat(merge("town", "west", "2024-08-01")).hasSize(1);
        assertThat(stated.tree().stands(code("town"), LocalDate.of(2024, 7, 31)))
                .isTrue();
        objects(() -> withdraw("town", " "), OrganRule.MERGER_WITHDRAWN_WITHOUT_REASON);
        assertThat(withdraw("town", "误登"))
                .containsExactly(new OrganEvent.OrganMergerWithdrawn(
                        code("town"), code("west"), LocalDate.of(2024, 8, 1), "误登"));
        assertThat(stated.tree().stands(code("town"), LocalDate.of(2030, 1, 1))).isTrue();
    }

    /** While east was thought to be gone, the city was put under the town, which stood under east: that cannot be undone alone. */
    @Test
    void mergerIsNotTakenBackIntoACircle() {
        place("east", "city", "2020-01-01");
        place("town", "east", "2020-01-01");
        merge("east", "west", "2024-07-01");
        place("city", "town", "2024-07-01");

        objects(() -> withdraw("east", "误登"), OrganRule.SUPERIOR_IN_CIRCLE);
    }

    @ParameterizedTest
    @CsvSource({"1949-09-30, false", "1949-10-01, true", "2026-03-01, true", "2026-03-02, false"})
    void dayIsOneOfTheRepublicAndAtMostAYearAhead(String day, boolean possible) {
        if (possible) {
            assertThat(place("town", "east", day)).hasSize(1);
        } else {
            objects(() -> place("town", "east", day), OrganRule.DAY_OUT_OF_RANGE);
            objects(() -> merge("town", "east", day), OrganRule.DAY_OUT_OF_RANGE);
        }
    }

    @Test
    void stateOfTheOrganItselfKnowsNothingOfItsPlace() {
        Organ organ = new Organ.Established("某机关");
        var placed = new OrganEvent.OrganPlaced(code("town"), code("east"), TODAY);

        assertThat(organ.evolve(placed)).isEqualTo(organ);
        assertThat(organ.evolve(new OrganEvent.OrganMerged(code("town"), code("east"), TODAY)))
                .isEqualTo(organ);
        assertThat(organ.evolve(new OrganEvent.OrganMergerWithdrawn(code("town"), code("east"), TODAY, "误登")))
                .isEqualTo(organ);
    }
}
