package org.disclosureledger.application.readtrail;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where everything that opens what is sealed for somebody says so. */
@Component
public class Readings {

    private static final ThreadLocal<Boolean> RECORDED = ThreadLocal.withInitial(() -> false);

    /**
     * Notes that somebody is about to see it; the product itself may see everything.
     *
     * @param subjects cases, or an import; none for a search that found nothing
     * @throws NotRecorded when the answer is being written already, and this cannot be recorded
     */
    public void opened(String organ, Collection<String> subjects) {
        if (RECORDED.get()) {
            return;
        }
        RequestTrail trail = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? RequestTrail.of(current.getRequest())
                : null;
        if (trail != null) {
            trail.opened(organ, subjects);
        } else if (!Access.current().equals(Actor.SYSTEM)) {
            throw new IllegalStateException("personal data is opened where nothing records it");
        }
    }

    /** What is opened for an answer that was recorded before its first byte, and is written by another thread. */
    public static void recordedBefore(Access.Work work) throws IOException {
        boolean before = RECORDED.get();
        RECORDED.set(true);
        try {
            work.run();
        } finally {
            RECORDED.set(before);
        }
    }

    /** What the product opens to write something down, of which nobody sees anything. */
    public static <T> T unseen(Supplier<T> work) {
        boolean before = RECORDED.get();
        RECORDED.set(true);
        try {
            return work.get();
        } finally {
            RECORDED.set(before);
        }
    }
}
