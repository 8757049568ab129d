package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.disclosureledger.application.request.FeeBodies;
import org.disclosureledger.application.request.PeriodBodies;
import org.disclosureledger.application.request.ReceiptBody;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.request.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form becomes the body that the API takes, and everything that keeps it from doing so is said at once. */
class FormBodyTest {

    @Test
    void eachFieldIsReadAsItsComponentSays() {
        FormBody<FeeBodies.NotifyFeeBody> read = FormBody.of(
                FeeBodies.NotifyFeeBody.class,
                Map.of("on", "2025-03-03", "basis", "perItem", "quantity", " 11 ", "before", "", "command", "x"));

        assertThat(read.findings()).isEmpty();
        assertThat(read.body())
                .isEqualTo(new FeeBodies.NotifyFeeBody(LocalDate.of(2025, 3, 3), FeeBasis.PER_ITEM, 11, null));
        assertThat(FormBody.of(PeriodBodies.TakeInReasonsBody.class, Map.of("on", "2025-03-03", "reasonable", "false"))
                        .body()
                        .reasonable())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-05", "2024-3-5", "2024/3/5", "2024.3.5", "2024年3月5日", "20240305", "２０２４０３０５"})
    void dayIsReadHoweverItIsTyped(String typed) {
        FormBody<ReceiptBody> read = FormBody.of(ReceiptBody.class, Map.of("receivedOn", typed));

        assertThat(read.body().receivedOn()).isEqualTo(LocalDate.of(2024, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "20240230", "2024035", "202403050", "3月5日", "05-03-2024"})
    void whatIsNoDayIsSaidToBeNone(String typed) {
        assertThat(FormBody.of(ReceiptBody.class, Map.of("receivedOn", typed)).findings())
                .extracting(f -> f.fact() + " " + f.rule())
                .contains("receivedOn NOT_A_DATE");
    }

    @Test
    void whatIsMissingAndWhatCannotBeReadIsSaidTogether() {
        FormBody<FeeBodies.NotifyFeeBody> read = FormBody.of(
                FeeBodies.NotifyFeeBody.class, Map.of("on", "2025-02-30", "basis", "both", "before", "many"));

        assertThat(read.findings())
                .extracting(f -> f.fact() + " " + f.rule())
                .containsExactly("on NOT_A_DATE", "basis UNKNOWN_CODE", "before NOT_AN_AMOUNT", "quantity REQUIRED");
    }

    @Test
    void limitsOfTheDescriptionHold() {
        assertThat(FormBody.of(
                                PeriodBodies.AskForCorrectionBody.class,
                                Map.of(
                                        "on",
                                        "1800-01-01",
                                        "correctionDueOn",
                                        "2025-03-03",
                                        "matters",
                                        "长".repeat(5_001)))
                        .findings())
                .extracting(f -> f.fact() + " " + f.rule())
                .containsExactly("on IMPROBABLE_YEAR", "matters TOO_LONG");
        assertThat(FormBody.of(FeeBodies.TakeInPaymentBody.class, Map.of("on", "2025-03-03", "fee", "1e999999"))
                        .findings())
                .extracting(f -> f.fact() + " " + f.rule())
                .containsExactly("fee NOT_AN_AMOUNT");
        assertThat(FormBody.of(FeeBodies.TakeInPaymentBody.class, Map.of("on", "2025-03-03", "fee", "0.001"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void numberedFieldsBecomeAList() {
        ReceiptBody body = FormBody.of(
                        ReceiptBody.class,
                        Map.of(
                                "matters.10",
                                "十",
                                "matters.2",
                                "二",
                                "matters.1",
                                " 一 ",
                                "matters.3",
                                " ",
                                "channel",
                                "fax"))
                .body();

        assertThat(body.matters()).containsExactly("一", "二", "十");
        assertThat(body.channel()).isEqualTo(Channel.FAX);
        assertThat(FormBody.of(ReceiptBody.class, Map.of()).body().matters()).isNull();
    }
}
