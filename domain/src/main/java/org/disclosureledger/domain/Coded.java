package org.disclosureledger.domain;

import java.util.Optional;

/** A constant of the statute or of the form, with the identifier that stands for it in events and files for ever. */
public interface Coded {

    String id();

    /** The official Chinese label. */
    String label();

    /** @throws IllegalArgumentException when no constant of the type has this identifier */
    static <T extends Enum<T> & Coded> T of(Class<T> type, String id) {
        return find(type, id)
                .orElseThrow(() -> new IllegalArgumentException("unknown " + type.getSimpleName() + ": " + id));
    }

    /** Empty when no constant of the type has this identifier. */
    static <T extends Enum<T> & Coded> Optional<T> find(Class<T> type, String id) {
        for (T constant : type.getEnumConstants()) {
            if (constant.id().equals(id)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
