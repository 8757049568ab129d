package org.disclosureledger.projections.register;

import java.util.List;

/**
 * A part of a list.
 *
 * @param count how many rows the whole list has
 */
public record FoundRows(long count, List<RegisterRow> rows) {}
