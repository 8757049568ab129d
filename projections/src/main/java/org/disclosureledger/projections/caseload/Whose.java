package org.disclosureledger.projections.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are asked for.
 *
 * @param all whoever handles them
 * @param account of who handles them, null for those that nobody in particular handles
 */
public record Whose(boolean all, @Nullable String account) {

    public static final Whose EVERYBODY = new Whose(true, null);
    public static final Whose NOBODY = new Whose(false, null);

    public static Whose of(String account) {
        return new Whose(false, account);
    }

    public boolean has(CaseStage stage) {
        return all || Objects.equals(account, stage.handler());
    }

    /** What is added to a condition: an index finds those of nobody as well, if it is asked so. */
    String condition() {
        return all ? "" : account == null ? " and handler is null" : " and handler = ?";
    }

    /** What the condition compares with, after what comes before it and followed by the rest. */
    List<Object> parameters(List<Object> before, Object... rest) {
        List<Object> parameters = new ArrayList<>(before);
        if (!all && account != null) {
            parameters.add(account);
        }
        parameters.addAll(List.of(rest));
        return parameters;
    }
}
