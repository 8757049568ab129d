package org.disclosureledger.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyRulesTest {

    private static final TallyId T1 = new TallyId(new UUID(4, 1));
    private static final OrganCode TOWN = new OrganCode("town");
    private static final Tally NOTHING = new Tally.Unreported();

    private static Facts figure(String item, String amount) {
        return Facts.none()
                .with(TallyFact.YEAR, "2024")
                .with(TallyFact.ITEM, item)
                .with(TallyFact.AMOUNT, amount);
    }

    private static Judgement<TallyEvent> judge(Tally tally, Facts facts) {
        Entry entry = new Entry(facts, false, null, LocalDate.of(2025, 1, 31), Entry.Source.IMPORTED);
        return TallyRules.handle(new TallyCommand.RecordTally(T1, TOWN, entry), tally);
    }

    private static Tally reported(String item, String amount) {
        return NOTHING.evolve(judge(NOTHING, figure(item, amount)).events().get(0));
    }

    @Test
    void zeroIsAFigure() {
        assertThat(judge(NOTHING, figure("licences", "0")).events())
                .containsExactly(
                        new TallyEvent.TallyReported(T1, TOWN, 2024, TallyItem.LICENCES, BigDecimal.ZERO, null));
    }

    @Test
    void laterFigureReplacesAndNamesTheEarlier() {
        assertThat(judge(reported("fees", "14722.49"), figure("fees", "14722.5"))
                        .events())
                .containsExactly(new TallyEvent.TallyReported(
                        T1, TOWN, 2024, TallyItem.FEES, new BigDecimal("14722.5"), new BigDecimal("14722.49")));
    }

    @Test
    void sameAmountWrittenOtherwiseChangesNothing() {
        assertThat(judge(reported("fees", "12.5"), figure("fees", "12.5000")).events())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "licences, -1, NEGATIVE",
        "licences, 1.5, TOO_MANY_DECIMALS",
        "penalties, 0.5, TOO_MANY_DECIMALS",
        "fees, 0.00001, TOO_MANY_DECIMALS",
        "fees, -0.01, NEGATIVE"
    })
    void impossibleFiguresAreRefused(String item, String amount, String rule) {
        Judgement<TallyEvent> judgement = judge(NOTHING, figure(item, amount));

        assertThat(judgement.events()).isEmpty();
        assertThat(judgement.findings()).extracting(f -> f.rule()).containsExactly(rule);
    }

    @Test
    void feesKeepTheirDecimals() {
        assertThat(judge(NOTHING, figure("fees", "0.0000")).events())
                .containsExactly(
                        new TallyEvent.TallyReported(T1, TOWN, 2024, TallyItem.FEES, new BigDecimal("0.0000"), null));
    }
}
