package org.disclosureledger.projections.register;

import java.time.LocalDate;
import java.util.Set;
import org.disclosureledger.domain.register.Fact;
import org.jspecify.annotations.Nullable;

/** Something that the rows of a list have in common. Facts are never personal data. */
public sealed interface RegisterCondition {

    Fact fact();

    /** @param orNone whether a row that does not state the fact is meant, too */
    record AnyOf(Fact fact, Set<String> values, boolean orNone) implements RegisterCondition {}

    /** The year of a legal date, or a year that is stated as such. */
    record InYears(Fact fact, Set<String> years) implements RegisterCondition {}

    /** A legal date from one day to another, both included; null for no limit. */
    record Between(
            Fact fact, @Nullable LocalDate from, @Nullable LocalDate to) implements RegisterCondition {}

    record Stated(Fact fact, boolean stated) implements RegisterCondition {}
}
