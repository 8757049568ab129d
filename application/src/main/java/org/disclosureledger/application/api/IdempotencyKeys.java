package org.disclosureledger.application.api;

import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.privacy.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the identity of a command from the {@code Idempotency-Key} that its sender chose
 * (draft-ietf-httpapi-idempotency-key-header). Keys of different users never meet.
 */
@Component
public class IdempotencyKeys {

    /** The header of an API call, and the hidden field of a page. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Identifiers identifiers;
    private final JsonMapper json;

    IdempotencyKeys(Identifiers identifiers, JsonMapper json) {
        this.identifiers = identifiers;
        this.json = json;
    }

    /**
     * @param key null when the sender chose none
     * @param request all that tells one command from another: what it does, to what, and its content
     * @throws Problem when the key has characters that it must not have
     */
    public CommandId of(@Nullable String key, String user, @Nullable Object... request) {
        if (key == null || key.isBlank()) {
            return CommandId.once();
        }
        String bare = key.strip();
        if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (!KEY.matcher(bare).matches()) {
            throw Problem.badRequest(HEADER, HEADER + " 应为 1 至 200 个可见的 ASCII 字符，建议用 UUID");
        }
        return new CommandId(
                identifiers.of("command", user, bare),
                identifiers.of("request", user, json.writeValueAsString(Arrays.asList(request))));
    }

    /** The identity of one command of several that a sender asked for at once. */
    public CommandId part(CommandId whole, String name) {
        UUID request = whole.request();
        return request == null
                ? CommandId.once()
                : new CommandId(
                        identifiers.of("command-part", whole.value().toString(), name),
                        identifiers.of("request-part", request.toString(), name));
    }
}
