package org.disclosureledger.application.security;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who acts on this thread: a person while a request of his is handled, nobody in a request of which it is not known yet,
 * the product itself otherwise.
 */
public final class Access {

    /** Under which a request keeps who makes it, for whatever thread goes on writing its answer. */
    static final String OF_REQUEST = Access.class.getName() + ".actor";

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private Access() {}

    public static Actor current() {
        Actor actor = CURRENT.get();
        if (actor != null) {
            return actor;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Actor.SYSTEM;
        }
        return request.getAttribute(OF_REQUEST, RequestAttributes.SCOPE_REQUEST) instanceof Actor known
                ? known
                : Actor.NOBODY;
    }

    static void begin(Actor actor) {
        CURRENT.set(actor);
    }

    static void end() {
        CURRENT.remove();
    }

    /** Work that writes or reads files. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Does the work as this actor, on whatever thread: an answer that is written later is still his. */
    public static void during(Actor actor, Work work) throws IOException {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /**
     * What the product must know of all organs to serve whoever asks: who he is, what a colleague is called, where the
     * ledger stands. Never what somebody has asked for.
     *
     * @throws IllegalStateException in a transaction on his behalf, which goes on seeing what he sees
     */
    public static <T> T asProduct(Supplier<T> work) {
        Actor before = CURRENT.get();
        if (current().looksAfterAll()) {
            return work.get();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction on behalf of a person stays one");
        }
        CURRENT.set(Actor.SYSTEM);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /**
     * That one of the rights is held in the organ.
     *
     * @throws Problem the same as for an organ that is not there when he has nothing to do with it
     */
    public static void require(String organ, Right... rights) {
        Actor actor = current();
        if (!actor.knows(organ) && Arrays.stream(rights).noneMatch(r -> actor.may(r, organ))) {
            throw Problem.unknownOrgan(organ);
        }
        if (Arrays.stream(rights).noneMatch(r -> actor.may(r, organ))) {
            throw refused(rights);
        }
    }

    /** That one of the rights is held over the whole installation. */
    static void requireEverywhere(Actor actor, Right... rights) {
        if (Arrays.stream(rights).noneMatch(actor::may)) {
            throw refused(rights);
        }
    }

    private static Problem refused(Right... rights) {
        List<Right> wanted = List.of(rights);
        String roles = Arrays.stream(Role.values())
                .filter(role -> wanted.stream().anyMatch(role.rights()::contains))
                .map(Role::label)
                .collect(Collectors.joining("、"));
        String what = wanted.stream().map(Right::label).collect(Collectors.joining("”或者“"));
        return new Problem(
                HttpStatus.FORBIDDEN, "no-right", "没有这项权限", "您的岗位不能“" + what + "”，需要的岗位：" + roles + "。岗位由安全管理员授予");
    }
}
