package org.disclosureledger.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.disclosureledger.domain.fee.InformationFee.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 国办函〔2020〕109号 art. 3 to 5. */
class InformationFeeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "10, 0",
        "11, 100",
        "12, 200",
        "30, 2000", // 20 at 100
        "31, 2200", // 20 at 100, 1 at 200
        "40, 4000", // 20 at 100, 10 at 200
        "41, 4300", // 20 at 100, 10 at 200, 1 at 300
        "50, 7000",
        "51, 7400",
        "101, 37900" // 2,000 at 100, 2,000 at 200, and 3,000 to 8,000 at 300 to 800, 1 at 900
    })
    void itemsOfAMonth(int items, long amount) {
        assertThat(InformationFee.perItem(0, items).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "30, 0",
        "31, 10",
        "68, 380", // 38 at 10: what an office really charged
        "100, 700",
        "101, 720",
        "200, 2700",
        "201, 2740",
        "1000, 34700" // 700 + 2,000 + 800 at 40
    })
    void pagesOfARequest(int pages, long amount) {
        assertThat(InformationFee.perPage(pages).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 1, 0", // the tenth item
        "10, 1, 100",
        "9, 2, 100",
        "29, 2, 300", // the thirtieth at 100, the thirty-first at 200
        "30, 1, 200",
        "40, 1, 300",
        "39, 2, 500",
        "30, 10, 2000"
    })
    void earlierItemsOfTheMonthCountFirst(int before, int items, long amount) {
        assertThat(InformationFee.perItem(before, items).amount()).isEqualTo(amount);
    }

    @Test
    void bandsAreConsecutiveUnitsAtOneRate() {
        assertThat(InformationFee.perItem(0, 41).charged())
                .containsExactly(new Band(11, 30, 100), new Band(31, 40, 200), new Band(41, 41, 300));
        assertThat(InformationFee.perItem(35, 10).charged())
                .containsExactly(new Band(36, 40, 200), new Band(41, 45, 300));
        assertThat(InformationFee.perPage(201).charged())
                .containsExactly(new Band(31, 100, 10), new Band(101, 200, 20), new Band(201, 201, 40));
        assertThat(InformationFee.perPage(30).charged()).isEmpty();
        assertThat(new Band(31, 100, 10).units()).isEqualTo(70);
        assertThat(new Band(31, 100, 10).amount()).isEqualTo(700);
    }

    @Test
    void calculationIsShown() {
        assertThat(InformationFee.perPage(68).explanation()).isEqualTo("第31至68页共38页，每页10元，计380元；合计380元");
        assertThat(InformationFee.perItem(0, 41).explanation())
                .isEqualTo("第11至30件共20件，每件100元，计2000元；第31至40件共10件，每件200元，计2000元；第41件共1件，每件300元，计300元；合计4300元");
        assertThat(InformationFee.perItem(0, 10).explanation()).isEqualTo("同一申请人当月不超过10件，不收费");
        assertThat(InformationFee.perPage(30).explanation()).isEqualTo("不超过30页，不收费");
    }

    @Test
    void basisIsKept() {
        assertThat(InformationFee.perItem(0, 11).basis()).isEqualTo(FeeBasis.PER_ITEM);
        assertThat(InformationFee.perPage(31).basis()).isEqualTo(FeeBasis.PER_PAGE);
    }

    @Test
    void negativeNumbersAreABugOfTheCaller() {
        assertThatThrownBy(() -> InformationFee.perItem(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InformationFee.perItem(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InformationFee.perPage(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneMoreUnitNeverCostsLessThanTheOneBefore() {
        long lastItem = 0;
        long lastPage = 0;
        for (int n = 1; n <= 500; n++) {
            long item = InformationFee.perItem(0, n).amount()
                    - InformationFee.perItem(0, n - 1).amount();
            long page = InformationFee.perPage(n).amount()
                    - InformationFee.perPage(n - 1).amount();
            assertThat(item).isGreaterThanOrEqualTo(lastItem);
            assertThat(page).isGreaterThanOrEqualTo(lastPage);
            lastItem = item;
            lastPage = page;
        }
    }

    /** However a month's items are divided into requests, together they cost the same. */
    @Test
    void divisionIntoRequestsChangesNothing() {
        for (int before = 0; before <= 60; before++) {
            for (int items = 0; items <= 60; items++) {
                assertThat(InformationFee.perItem(before, items).amount())
                        .isEqualTo(InformationFee.perItem(0, before + items).amount()
                                - InformationFee.perItem(0, before).amount());
            }
        }
    }
}
