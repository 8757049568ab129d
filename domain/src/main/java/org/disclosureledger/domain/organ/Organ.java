package org.disclosureledger.domain.organ;

/** An organ as its rules see it. */
public sealed interface Organ {

    record Unknown() implements Organ {}

    record Established(String name) implements Organ {}

    default Organ evolve(OrganEvent event) {
        return switch (event) {
            case OrganEvent.OrganEstablished e -> new Established(e.name());
            case OrganEvent.OrganRenamed e -> new Established(e.name());
        };
    }
}
