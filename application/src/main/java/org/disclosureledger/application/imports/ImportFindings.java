package org.disclosureledger.application.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts findings into the database some hundred at a time, so that a file full of them needs no memory. */
final class ImportFindings {

    private static final int BATCH = 500;

    private final ImportJobStore jobs;
    private final UUID importId;
    private final List<ImportFinding> buffer = new ArrayList<>(BATCH);
    private long ordinal;

    ImportFindings(ImportJobStore jobs, UUID importId) {
        this.jobs = jobs;
        this.importId = importId;
    }

    void add(ImportFinding finding) {
        buffer.add(finding);
        if (buffer.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (!buffer.isEmpty()) {
            jobs.found(importId, ordinal, buffer);
            ordinal += buffer.size();
            buffer.clear();
        }
    }
}
