package org.disclosureledger.application.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts findings into the database some hundred at a time, so that a file full of them needs no memory. */
final class ImportFindings {

    private static final int BATCH = 500;

    /** Enough for a fault and a warning in each row of the largest register there is. */
    private static final long MOST = 300_000;

    /** The file has more faults and oddities than anybody reads. */
    static final class TooManyFindings extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final ImportJobStore jobs;
    private final String organ;
    private final UUID importId;
    private final List<ImportFinding> buffer = new ArrayList<>(BATCH);
    private long ordinal;

    ImportFindings(ImportJobStore jobs, String organ, UUID importId) {
        this.jobs = jobs;
        this.organ = organ;
        this.importId = importId;
    }

    /** @throws TooManyFindings when nobody could read them any more */
    void add(ImportFinding finding) {
        if (ordinal + buffer.size() >= MOST) {
            flush();
            throw new TooManyFindings();
        }
        buffer.add(finding);
        if (buffer.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (!buffer.isEmpty()) {
            jobs.found(organ, importId, ordinal, buffer);
            ordinal += buffer.size();
            buffer.clear();
        }
    }
}
