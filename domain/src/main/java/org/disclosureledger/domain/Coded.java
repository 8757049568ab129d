package org.disclosureledger.domain;

/** A constant of the statute or of the form, with the identifier that stands for it in events and files for ever. */
public interface Coded {

    String id();

    /** The official Chinese label. */
    String label();

    /** @throws IllegalArgumentException when no constant of the type has this identifier */
    static <T extends Enum<T> & Coded> T of(Class<T> type, String id) {
        for (T constant : type.getEnumConstants()) {
            if (constant.id().equals(id)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("unknown " + type.getSimpleName() + ": " + id);
    }
}
