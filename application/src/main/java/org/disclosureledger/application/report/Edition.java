package org.disclosureledger.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.DayWords;
import org.jspecify.annotations.Nullable;

/**
 * Which publication of a report a document is: printed small after the prescribed parts.
 *
 * @param version 1 for the first
 * @param reason why it was amended, null for the first
 * @param waivers a sentence for each check that fails and was waived
 */
public record Edition(
        int version, LocalDate publishedOn, @Nullable String reason, List<String> waivers) {

    public Edition {
        waivers = List.copyOf(waivers);
    }

    /** E.g. 第2版（修订），2024年5月6日发布。修订理由：…. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("第" + version + "版" + (reason == null ? "" : "（修订）") + "，" + DayWords.of(publishedOn) + "发布。"
                + (reason == null ? "" : "修订理由：" + reason));
        sentences.addAll(waivers);
        return sentences;
    }
}
