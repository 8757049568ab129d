package org.disclosureledger.projections.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.projections.History;
import org.disclosureledger.projections.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database makes the cells, the program numbers them: both must mean the same facts. */
class RegisterCellsTest {

    private static final String TOWN = History.TOWN.value();

    private final JdbcTemplate template = TestDatabase.template();
    private final RegisterStore rows = new RegisterStore(template);

    @BeforeEach
    @AfterEach
    void empty() {
        rows.clear();
    }

    private void lay(String register, Fact[] facts) {
        StringBuilder json = new StringBuilder("{");
        for (Fact fact : facts) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(fact.id())
                    .append("\":\"")
                    .append(fact.id())
                    .append(" of the row\"");
        }
        template.update(
                "insert into register_row (case_id, organ, register, facts, first_event, last_event)"
                        + " values (?, ?, ?, ?::jsonb, 1, 1)",
                register,
                TOWN,
                register,
                json.append('}').toString());
    }

    private Optional<String> cell(String register, Fact fact) {
        return Optional.ofNullable(template.queryForObject(
                "select " + RegisterCells.cell(fact) + " from register_row where register = ?",
                String.class,
                register));
    }

    @Test
    void eachFactHasItsCellAndSealedOnesHaveNone() {
        lay("requests", RequestFact.values());
        lay("remedies", RemedyFact.values());
        lay("documents", DocumentFact.values());
        lay("tallies", TallyFact.values());

        Stream.of(RequestFact.values())
                .filter(f -> f.type() != FactType.SEALED)
                .forEach(f -> assertThat(cell("requests", f)).hasValue(f.id() + " of the row"));
        List.of(RemedyFact.values())
                .forEach(f -> assertThat(cell("remedies", f)).hasValue(f.id() + " of the row"));
        List.of(DocumentFact.values())
                .forEach(f -> assertThat(cell("documents", f)).hasValue(f.id() + " of the row"));
        List.of(TallyFact.values()).forEach(f -> assertThat(cell("tallies", f)).hasValue(f.id() + " of the row"));
        assertThatThrownBy(() -> RegisterCells.cell(RequestFact.APPLICANT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(template.queryForList(
                        "select cells::text || coalesce(numbers, '') from register_row where register = 'requests'",
                        String.class))
                .allSatisfy(text -> assertThat(text).doesNotContain("applicant of", "contact of", "content of"));
    }

    /** While a further instance is open neither the register nor its list knows a result. */
    @Test
    void openInstanceHasNoResultInTheCells() {
        lay("remedies", RemedyFact.values());
        template.update(
                "update register_row set facts = facts || '{\"openInstance\":\"2\",\"instance:2\":\"中级人民法院\"}'");

        assertThat(cell("remedies", RemedyFact.RESULT)).isEmpty();
        assertThat(cell("remedies", RemedyFact.CONCLUDED_ON)).isEmpty();
        assertThat(template.queryForObject("select searched from register_row", String.class))
                .contains("中级人民法院");
    }

    @Test
    void textIsFoundByEveryPartOfIt() {
        String title = "关于ＡＢ类土地（第2批）的 𠮷 通知";
        template.update(
                "insert into register_row (case_id, organ, register, facts, first_event, last_event)"
                        + " values ('d', ?, 'documents', jsonb_build_object('title', ?::text), 1, 1)",
                TOWN,
                title);
        RegisterListStore lists = new RegisterListStore(template);
        int[] letters = title.codePoints().filter(c -> c != ' ').toArray();
        for (int from = 0; from < letters.length; from++) {
            for (int to = from + 1; to <= letters.length; to++) {
                String part = new String(letters, from, to - from);
                boolean within = title.contains(part);
                assertThat(count(lists, part)).as(part).isEqualTo(within ? 1 : 0);
            }
        }
        assertThat(count(lists, "ab类")).isEqualTo(1);
        assertThat(count(lists, "(第２批)")).isEqualTo(1);
        assertThat(count(lists, "批第")).isZero();
    }

    private static long count(RegisterListStore lists, String word) {
        RegisterFilter filter = new RegisterFilter(null, List.of(word), List.of(), null);
        return lists.count(
                new RegisterListStore.Asked(TOWN, "documents", filter, RegisterOrder.RECORDED, Long.MAX_VALUE, false));
    }
}
