package org.disclosureledger.projections.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;

/** Where a row has the facts that lists filter and sort by: all that are no personal data. */
final class RegisterCells {

    private static final Map<Fact, Integer> PLACES = places();

    private RegisterCells() {}

    private static Map<Fact, Integer> places() {
        Map<Fact, Integer> places = new HashMap<>();
        for (Fact[] register :
                List.of(RequestFact.values(), RemedyFact.values(), DocumentFact.values(), TallyFact.values())) {
            List<Fact> clear =
                    Stream.of(register).filter(f -> f.type() != FactType.SEALED).toList();
            clear.forEach(fact -> places.put(fact, clear.indexOf(fact) + 1));
        }
        return Map.copyOf(places);
    }

    /**
     * The expression for a fact of a row.
     *
     * @throws IllegalArgumentException when the fact is personal data
     */
    static String cell(Fact fact) {
        Integer place = PLACES.get(fact);
        if (place == null) {
            throw new IllegalArgumentException(fact.id() + " is in no list");
        }
        return "cells[" + place + "]";
    }
}
