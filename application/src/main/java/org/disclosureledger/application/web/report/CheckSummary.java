package org.disclosureledger.application.web.report;

import java.util.List;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.TableCheck;

/**
 * What the checks of a report say.
 *
 * @param errors checks that do not hold and stand against publication
 * @param warnings checks that do not hold and should be looked at
 * @param held checks that hold
 */
public record CheckSummary(List<TableCheck> errors, List<TableCheck> warnings, List<TableCheck> held) {

    static CheckSummary of(AnnualTables tables) {
        return new CheckSummary(
                failed(tables, TableCheck.Level.ERROR),
                failed(tables, TableCheck.Level.WARNING),
                tables.checks().stream().filter(TableCheck::holds).toList());
    }

    private static List<TableCheck> failed(AnnualTables tables, TableCheck.Level level) {
        return tables.checks().stream()
                .filter(c -> !c.holds() && c.severity() == level)
                .toList();
    }

    public boolean allHold() {
        return errors.isEmpty() && warnings.isEmpty();
    }
}
