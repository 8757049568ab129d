package org.disclosureledger.projections.form;

import java.util.List;
import java.util.Optional;

/** The forms that are known, each with the years that it is for. */
public final class StatutoryForms {

    private static final List<StatutoryForm> ALL = List.of(Form202130.FORM);

    private StatutoryForms() {}

    public static List<StatutoryForm> all() {
        return ALL;
    }

    public static Optional<StatutoryForm> forYear(int year) {
        return ALL.stream().filter(f -> f.covers(year)).findFirst();
    }

    public static Optional<StatutoryForm> byId(String id) {
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
