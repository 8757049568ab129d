package org.disclosureledger.application.imports;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, or how far its import is.
 *
 * @param refusal why the whole file was refused
 * @param cases new cases
 * @param unchanged rows that said nothing new
 */
public record ImportJob(
        UUID importId,
        String organ,
        String register,
        String fileName,
        String sha256,
        boolean dryRun,
        boolean corrections,
        String submittedBy,
        Instant submittedAt,
        Status status,
        @Nullable String refusal,
        long rowsRead,
        long cases,
        long events,
        long unchanged,
        long faults,
        long warnings,
        @Nullable Long firstEvent,
        @Nullable Long lastEvent,
        @Nullable Instant finishedAt) {

    public enum Status {
        RUNNING("正在处理"),
        RECORDED("已登记"),
        CHECKED("检查通过，未登记"),
        REFUSED("有错误，未登记"),
        FAILED("未完成，未登记");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Findings quote what a file has, persons included: whoever may not see applicants sees those of his own files only.
     *
     * @throws org.disclosureledger.application.api.Problem when he may not
     */
    public void requireReader() {
        if (register.equals(RegisterLayout.REQUESTS.id())
                && !submittedBy.equals(Access.current().login())) {
            Access.require(organ, Right.READ_IDENTITY);
        }
    }
}
