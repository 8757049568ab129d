package org.disclosureledger.application.imports;

import org.disclosureledger.domain.register.Severity;

/**
 * What is wrong with, or unusual about, one row of a file.
 *
 * @param row as Excel numbers it: the header is row 1
 * @param column header of the column
 * @param rule constant of the rule that objects
 * @param reason the objection in Chinese
 */
public record ImportFinding(Severity severity, long row, String column, String rule, String reason) {}
