package org.disclosureledger.application.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A figure beside that of the year before. */
public final class YearOnYear {

    /** A percentage of fewer says nothing in a sentence. */
    private static final BigDecimal FEWEST_FOR_PERCENT = BigDecimal.TEN;

    private YearOnYear() {}

    /** Null when one of them is not known. */
    public static @Nullable BigDecimal change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }

    /** The change in per cent of last year, one decimal, half up; null when last year is not known or 0. */
    public static @Nullable BigDecimal percent(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null || before.signum() <= 0) {
            return null;
        }
        BigDecimal hundredfold = now.subtract(before).multiply(BigDecimal.valueOf(100));
        return hundredfold.divide(before, 1, RoundingMode.HALF_UP);
    }

    /**
     * E.g. ，比上年增加4件，增长13.3% to stand behind a figure; empty when last year is not known or both are 0.
     *
     * @param unit what is counted, e.g. 件
     */
    static String clause(BigDecimal now, @Nullable BigDecimal before, String unit) {
        if (before == null || (now.signum() == 0 && before.signum() == 0)) {
            return "";
        }
        int change = now.compareTo(before);
        if (change == 0) {
            return "，与上年持平";
        }
        if (before.signum() == 0) {
            return "，上年为0" + unit;
        }
        String counts =
                "，比上年" + (change > 0 ? "增加" : "减少") + now.subtract(before).abs().toPlainString() + unit;
        BigDecimal percent = percent(now, before);
        return percent == null || before.compareTo(FEWEST_FOR_PERCENT) < 0
                ? counts
                : counts + "，" + (change > 0 ? "增长" : "下降") + percent.abs().toPlainString() + "%";
    }
}
