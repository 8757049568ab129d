package org.disclosureledger.application.statistics;

import java.util.List;
import org.disclosureledger.projections.annualtables.AnnualTables;

/**
 * The tables of a year at two points of the ledger.
 *
 * @param differences in the order of the form; empty when both are alike, case by case
 */
public record TableComparison(AnnualTables before, AnnualTables after, List<CellDifference> differences) {}
