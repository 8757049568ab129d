package org.disclosureledger.application.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the ledger was read for a report, and the hash that stands there: whoever keeps the report can show later
 * that the records behind it were not changed.
 *
 * @param number of the last event that is in the figures
 * @param algorithm name of the hash function
 * @param hash of that event in hexadecimal digits, null when the ledger does not hold it any more
 */
public record LedgerMark(
        long number, @Nullable String algorithm, @Nullable String hash) {

    /** The small print under a report. */
    public String sentence() {
        return "本报告数据取自公开台账第 " + number + " 号及以前的记录，"
                + (hash == null ? "台账中已查不到该号记录，请先校验台账。" : hashLabel() + "：" + hash);
    }

    /** What the hash is called. */
    String hashLabel() {
        return String.format(Locale.ROOT, "该号记录的校验值（%s）", algorithm == null ? "—" : algorithm);
    }
}
