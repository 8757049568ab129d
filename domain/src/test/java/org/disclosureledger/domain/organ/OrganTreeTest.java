package org.disclosureledger.domain.organ;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose tables belong to a superior's of a year (members/1). */
class OrganTreeTest {

    private final List<OrganTree.Placement> placements = new ArrayList<>();
    private final List<OrganTree.Merger> mergers = new ArrayList<>();

    private void placed(String organ, @Nullable String superior, String from) {
        placements.add(new OrganTree.Placement(
                new OrganCode(organ), LocalDate.parse(from), superior == null ? null : new OrganCode(superior)));
    }

    private void merged(String organ, String into, String on) {
        mergers.add(new OrganTree.Merger(new OrganCode(organ), new OrganCode(into), LocalDate.parse(on)));
    }

    private OrganTree tree() {
        return new OrganTree(placements, mergers);
    }

    /** Codes in order, a ceased one with a {@code +}, one of an earlier year with {@code ++}. */
    private String members(String superior, int year) {
        return String.join(
                " ",
                tree().members(new OrganCode(superior), year).stream()
                        .map(m -> m.organ().value() + (m.former() ? "++" : m.merger() == null ? "" : "+"))
                        .toList());
    }

    @Test
    void everybodyBelowIsAMemberDirectlyOrNot() {
        placed("county", "city", "2020-01-01");
        placed("town-b", "county", "2020-01-01");
        placed("town-a", "county", "2020-01-01");
        placed("station", "town-a", "2020-01-01");
        placed("elsewhere", "other", "2020-01-01");

        assertThat(members("county", 2024)).isEqualTo("town-a station town-b");
        assertThat(members("city", 2024)).isEqualTo("county town-a station town-b");
        assertThat(members("town-b", 2024)).isEmpty();
        assertThat(members("county", 2019)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, 2024, '', town",
        "2025-01-01, 2024, town, ''",
        "2025-01-01, 2025, '', town",
        "2024-01-01, 2024, '', town",
        "2024-01-01, 2023, town, ''",
    })
    void whoMovesBelongsWhereHeStandsAtTheEndOfTheYear(String moved, int year, String east, String west) {
        placed("town", "east", "2020-01-01");
        placed("town", "west", moved);

        assertThat(members("east", year)).isEqualTo(east);
        assertThat(members("west", year)).isEqualTo(west);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2024, town, ''",
        "2024-12-31, 2024, town+, ''",
        "2024-01-01, 2024, town+, ''",
        "2023-12-31, 2024, '', town++",
    })
    void whoCeasedBelongsWhereHeStoodAndLaterToHisSuccessor(String on, int year, String east, String west) {
        placed("town", "east", "2020-01-01");
        placed("successor", "west", "2020-01-01");
        merged("town", "successor", on);

        assertThat(members("east", year)).isEqualTo(east);
        assertThat(members("west", year)).isEqualTo(("successor " + west).strip());
    }

    @Test
    void whoMovesAndCeasesInTheSameYearHasOnePlace() {
        placed("town", "east", "2020-01-01");
        placed("town", "west", "2024-03-01");
        merged("town", "bureau", "2024-09-01");
        placed("bureau", "east", "2020-01-01");

        assertThat(members("east", 2024)).isEqualTo("bureau");
        assertThat(members("west", 2024)).isEqualTo("town+");
    }

    @Test
    void whatStoodUnderACeasedCountyFollowsItsSuccessor() {
        placed("town", "east", "2020-01-01");
        placed("east", "city", "2020-01-01");
        placed("west", "city", "2020-01-01");
        merged("east", "west", "2024-07-01");

        assertThat(members("west", 2024)).isEqualTo("town");
        assertThat(members("city", 2024)).isEqualTo("east+ west town");
        assertThat(members("city", 2025)).isEqualTo("west east++ town");
    }

    @Test
    void mergersInARowLeadToWhoStandsAtLast() {
        placed("town", "a", "2020-01-01");
        merged("a", "b", "2022-07-01");
        merged("b", "c", "2023-07-01");

        assertThat(tree().superior(new OrganCode("town"), LocalDate.of(2023, 6, 30)))
                .isEqualTo(new OrganCode("b"));
        assertThat(members("c", 2024)).isEqualTo("a++ b++ town");
    }

    /** The rules refuse it; two nodes at the same moment might still have stated it. */
    @Test
    void circleThatWasStatedIsWalkedOnce() {
        placed("a", "b", "2020-01-01");
        placed("b", "a", "2020-01-01");
        merged("c", "d", "2020-01-01");
        merged("d", "c", "2020-01-01");
        placed("e", "c", "2020-01-01");

        assertThat(members("a", 2024)).isEqualTo("b");
        assertThat(tree().above(new OrganCode("a"), LocalDate.of(2024, 1, 1))).containsExactly(new OrganCode("b"));
        assertThat(tree().superior(new OrganCode("e"), LocalDate.of(2024, 1, 1)))
                .isNull();
    }

    @Test
    void childrenAndStatementsOfADay() {
        placed("town-b", "county", "2020-01-01");
        placed("town-a", "county", "2020-01-01");
        placed("town-a", null, "2024-01-01");
        merged("town-b", "county", "2024-06-01");

        assertThat(tree().children(LocalDate.of(2023, 1, 1)))
                .containsOnly(java.util.Map.entry(
                        new OrganCode("county"), List.of(new OrganCode("town-a"), new OrganCode("town-b"))));
        assertThat(tree().children(LocalDate.of(2024, 6, 1))).isEmpty();
        assertThat(tree().placements(new OrganCode("town-a"))).hasSize(2);
    }
}
