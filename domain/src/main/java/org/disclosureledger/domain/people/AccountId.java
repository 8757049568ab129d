package org.disclosureledger.domain.people;

import java.util.UUID;

/** Identity of an account, made from its sign-in name; the same name is never another person's. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
