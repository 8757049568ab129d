package org.disclosureledger.application.axon;

import java.util.List;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;

/**
 * Whether whoever acts on this thread wants to hear what a command would change before it is recorded. Then the command
 * is refused, and nothing is kept of the refusal: the same command sent again without the wish is recorded.
 */
public final class Announcements {

    private static final ThreadLocal<Boolean> FIRST = ThreadLocal.withInitial(() -> false);

    private Announcements() {}

    public static boolean first() {
        return FIRST.get();
    }

    public static void wantedFirst() {
        FIRST.set(true);
    }

    public static void over() {
        FIRST.remove();
    }

    /** The same said of what is being recorded. */
    public static List<Finding> asWarnings(List<Finding> announced) {
        return announced.stream()
                .map(f -> new Finding(Severity.WARNING, f.fact(), f.rule(), f.ground(), f.sentence()))
                .toList();
    }
}
