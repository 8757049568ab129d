package org.disclosureledger.application.web.imports;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.application.imports.ImportFinding;
import org.disclosureledger.application.imports.ImportJob;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.domain.register.Severity;

/** All findings of an import as a file for Excel; no cell can be taken for a formula. */
final class FindingsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FindingsCsv() {}

    static byte[] of(ImportJobStore jobs, ImportJob job, Severity severity) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append("行号,列,原因\r\n");
        String refusal = job.refusal();
        if (severity == Severity.FAULT && refusal != null) {
            csv.append(",,").append(cell(refusal)).append("\r\n");
        }
        jobs.eachFinding(job, severity, f -> csv.append(row(f)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(ImportFinding finding) {
        return finding.row() + "," + cell(finding.column()) + "," + cell(finding.reason()) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
