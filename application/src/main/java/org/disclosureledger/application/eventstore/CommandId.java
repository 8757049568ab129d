package org.disclosureledger.application.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command is known by. A command that comes again under the same identity has no second effect and gets the answer
 * of the first, also from another node or after a restart.
 *
 * @param request what was asked for, condensed: another request must not use the same identity; null for a command that
 *     nobody can send again, since its sender does not know its identity
 */
public record CommandId(UUID value, @Nullable UUID request) {

    /** For a sender that gave no identity. */
    public static CommandId once() {
        return new CommandId(UUID.randomUUID(), null);
    }
}
