package org.disclosureledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.disclosureledger.domain.document.Document;
import org.disclosureledger.domain.document.DocumentCommand;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.document.DocumentId;
import org.disclosureledger.domain.document.DocumentRule;
import org.disclosureledger.domain.document.DocumentRules;
import org.disclosureledger.domain.organ.Organ;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.domain.organ.OrganRule;
import org.disclosureledger.domain.organ.OrganRules;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.organ.OtherOrgans;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Entry.Source;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyCommand;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyRule;
import org.disclosureledger.domain.remedy.RemedyRules;
import org.disclosureledger.domain.tally.Tally;
import org.disclosureledger.domain.tally.TallyCommand;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyId;
import org.disclosureledger.domain.tally.TallyRule;
import org.disclosureledger.domain.tally.TallyRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the registers, each in a case of its own and in the case beside it, which it spares. */
class RegisterRuleCasesTest {

    private static final UUID ID = new UUID(1, 1);
    private static final OrganCode TOWN = new OrganCode("town");
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 31);

    private record Case(Supplier<List<Finding>> fires, Supplier<List<Finding>> spares) {}

    private static final Map<Rule, Case> CASES = Map.ofEntries(
            Map.entry(
                    RegisterRule.REQUIRED,
                    shown(
                            () -> document(Facts.none().with(DocumentFact.CATEGORY, "regulation"), Source.TYPED),
                            () -> document(issued("2024-05-06"), Source.TYPED))),
            Map.entry(
                    RegisterRule.CONTRADICTS_RECORD,
                    shown(() -> known(issued("2024-05-07")), () -> known(issued("2024-05-06")))),
            Map.entry(
                    RegisterRule.FUTURE_DATE,
                    shown(
                            () -> document(issued("2025-02-01"), Source.TYPED),
                            () -> document(issued("2025-01-31"), Source.TYPED))),
            Map.entry(
                    RegisterRule.FUTURE_DATE_IMPORTED,
                    shown(
                            () -> document(issued("2025-02-01"), Source.IMPORTED),
                            () -> document(issued("2025-01-31"), Source.IMPORTED))),
            Map.entry(
                    RegisterRule.IMPROBABLE_YEAR,
                    shown(
                            () -> document(issued("1949-09-30"), Source.IMPORTED),
                            () -> document(issued("1949-10-01"), Source.IMPORTED))),
            Map.entry(
                    RegisterRule.RESULT_WITHOUT_DATE,
                    shown(
                            () -> remedy(reconsideration().with(RemedyFact.RESULT, "upheld")),
                            () -> remedy(concluded("2024-05-06")))),
            Map.entry(
                    RegisterRule.DATE_WITHOUT_RESULT,
                    shown(
                            () -> remedy(reconsideration().with(RemedyFact.CONCLUDED_ON, "2024-06-05")),
                            () -> remedy(concluded("2024-05-06")))),
            Map.entry(
                    RemedyRule.CONCLUDED_BEFORE_ACCEPTED,
                    shown(() -> remedy(concluded("2024-05-05")), () -> remedy(concluded("2024-05-06")))),
            Map.entry(
                    RemedyRule.AFTER_RECONSIDERATION_MISSING,
                    shown(
                            () -> remedy(reconsideration().with(RemedyFact.PROCEDURE, "litigation")),
                            () -> remedy(reconsideration()
                                    .with(RemedyFact.PROCEDURE, "litigation")
                                    .with(RemedyFact.AFTER_RECONSIDERATION, "false")))),
            Map.entry(
                    RemedyRule.AFTER_RECONSIDERATION_NOT_FOR_RECONSIDERATION,
                    shown(
                            () -> remedy(reconsideration().with(RemedyFact.AFTER_RECONSIDERATION, "false")),
                            () -> remedy(reconsideration()))),
            Map.entry(
                    DocumentRule.REPEALED_BEFORE_ISSUE,
                    shown(
                            () -> document(
                                    issued("2024-05-06").with(DocumentFact.REPEALED_ON, "2024-05-05"), Source.TYPED),
                            () -> document(
                                    issued("2024-05-06").with(DocumentFact.REPEALED_ON, "2024-05-06"), Source.TYPED))),
            Map.entry(TallyRule.NEGATIVE, shown(() -> tally("licences", "-1"), () -> tally("licences", "0"))),
            Map.entry(
                    TallyRule.TOO_MANY_DECIMALS, shown(() -> tally("fees", "1.00001"), () -> tally("fees", "1.0001"))),
            Map.entry(
                    OrganRule.ORGAN_EXISTS,
                    shown(() -> organ(establish("平乐镇人民政府")), () -> organ(establish("城关镇人民政府")))),
            Map.entry(
                    OrganRule.ORGAN_UNKNOWN,
                    shown(
                            () -> organ(new OrganCommand.RenameOrgan(TOWN, "某镇"), new Organ.Unknown()),
                            () -> organ(new OrganCommand.RenameOrgan(TOWN, "某镇")))),
            Map.entry(
                    OrganRule.NAME_MISSING,
                    shown(
                            () -> organ(new OrganCommand.RenameOrgan(TOWN, "名".repeat(101))),
                            () -> organ(new OrganCommand.RenameOrgan(TOWN, "名".repeat(100))))));

    private static Case shown(Supplier<List<Finding>> fires, Supplier<List<Finding>> spares) {
        return new Case(fires, spares);
    }

    private static Facts issued(String on) {
        return Facts.none()
                .with(DocumentFact.CATEGORY, "regulation")
                .with(DocumentFact.DOCUMENT_NUMBER, "县政府令第1号")
                .with(DocumentFact.TITLE, "某办法")
                .with(DocumentFact.ISSUED_ON, on);
    }

    private static List<Finding> document(Facts facts, Source source) {
        return document(facts, source, new Document.Unissued()).findings();
    }

    private static List<Finding> known(Facts facts) {
        Document document = new Document.Unissued()
                .evolve(document(issued("2024-05-06"), Source.TYPED, new Document.Unissued())
                        .events()
                        .get(0));
        return document(facts, Source.TYPED, document).findings();
    }

    private static Judgement<DocumentEvent> document(Facts facts, Source source, Document document) {
        return DocumentRules.handle(
                new DocumentCommand.RecordDocument(
                        new DocumentId(ID), TOWN, new Entry(facts, false, null, TODAY, source)),
                document);
    }

    private static Facts reconsideration() {
        return Facts.none()
                .with(RemedyFact.CASE_NUMBER, "C1")
                .with(RemedyFact.PROCEDURE, "reconsideration")
                .with(RemedyFact.ACCEPTED_ON, "2024-05-06");
    }

    private static Facts concluded(String on) {
        return reconsideration().with(RemedyFact.CONCLUDED_ON, on).with(RemedyFact.RESULT, "upheld");
    }

    private static List<Finding> remedy(Facts facts) {
        return RemedyRules.handle(
                        new RemedyCommand.RecordRemedy(
                                new RemedyId(ID), TOWN, new Entry(facts, false, null, TODAY, Source.TYPED), null),
                        new Remedy.Unaccepted())
                .findings();
    }

    private static List<Finding> tally(String item, String amount) {
        Facts facts = Facts.none()
                .with(TallyFact.YEAR, "2024")
                .with(TallyFact.ITEM, item)
                .with(TallyFact.AMOUNT, amount);
        return TallyRules.handle(
                        new TallyCommand.RecordTally(
                                new TallyId(ID), TOWN, new Entry(facts, false, null, TODAY, Source.TYPED)),
                        new Tally.Unreported())
                .findings();
    }

    /** Nothing is asked about others. */
    private static final OtherOrgans ALONE = new OtherOrgans() {
        @Override
        public boolean exists(OrganCode organ) {
            return false;
        }

        @Override
        public OrganTree tree() {
            return new OrganTree(List.of(), List.of());
        }
    };

    private static OrganCommand establish(String name) {
        return new OrganCommand.EstablishOrgan(TOWN, name, null);
    }

    private static List<Finding> organ(OrganCommand command) {
        return organ(command, new Organ.Established("城关镇人民政府"));
    }

    private static List<Finding> organ(OrganCommand command, Organ organ) {
        try {
            OrganRules.handle(command, organ, ALONE);
            return List.of();
        } catch (CommandRejected e) {
            return e.findings();
        }
    }

    static Stream<Rule> rules() {
        return CASES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleFiresAndSparesTheCaseBesideIt(Rule rule) {
        Case shown = Objects.requireNonNull(CASES.get(rule));

        assertThat(shown.fires.get())
                .filteredOn(f -> f.rule().equals(rule.name()))
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.severity()).isEqualTo(rule.severity());
                    assertThat(f.ground()).isEqualTo(rule.ground());
                    assertThat(f.sentence()).isNotBlank().doesNotContain("%s", "null");
                });
        assertThat(shown.spares.get()).extracting(Finding::rule).doesNotContain(rule.name());
    }
}
