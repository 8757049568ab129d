package org.disclosureledger.domain.report;

import java.util.Map;

/**
 * What a version of an annual report is made of.
 *
 * @param organName the organ's name as printed
 * @param form identifier of the form
 * @param countingRules marks of the counting rules and their versions, separated by blanks
 * @param knownUpTo number of the last event in the figures
 * @param knownHash hash of that event in hexadecimal digits
 * @param figures a line for each figure in the order of the form: address, {@code =}, plain decimal
 * @param texts the text parts as printed
 * @param documents a line for each document: format, {@code =}, SHA-256 in hexadecimal digits
 */
public record ReportContent(
        String organName,
        String form,
        String countingRules,
        String knownUpTo,
        String knownHash,
        String figures,
        Map<ReportSection, String> texts,
        String documents) {

    public ReportContent {
        texts = Map.copyOf(texts);
    }

    String text(ReportSection section) {
        return texts.getOrDefault(section, "");
    }
}
