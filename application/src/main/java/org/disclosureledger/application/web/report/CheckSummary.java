package org.disclosureledger.application.web.report;

import java.util.List;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a report say.
 *
 * @param errors checks that do not hold and stand against publication
 * @param warnings checks that do not hold and should be looked at
 * @param held checks that hold
 * @param unprocessed what says that recorded events are not in the tables, null when all are
 */
public record CheckSummary(
        List<TableCheck> errors,
        List<TableCheck> warnings,
        List<TableCheck> held,
        @Nullable String unprocessed) {

    static CheckSummary of(AnnualTables tables) {
        return new CheckSummary(
                failed(tables, TableCheck.Level.ERROR),
                failed(tables, TableCheck.Level.WARNING),
                tables.checks().stream().filter(TableCheck::holds).toList(),
                unprocessed(tables));
    }

    private static List<TableCheck> failed(AnnualTables tables, TableCheck.Level level) {
        return tables.checks().stream()
                .filter(c -> !c.holds() && c.severity() == level && !c.id().equals(TableChecks.UNPROCESSED))
                .toList();
    }

    static @Nullable String unprocessed(AnnualTables tables) {
        return tables.checks().stream()
                .filter(c -> !c.holds() && c.id().equals(TableChecks.UNPROCESSED))
                .map(TableCheck::sentence)
                .findFirst()
                .orElse(null);
    }

    public boolean allHold() {
        return unprocessed == null && errors.isEmpty() && warnings.isEmpty();
    }
}
