package org.disclosureledger.domain.report;

/**
 * A check that stands against publication.
 *
 * @param check which check, on which row and column: {@code id:row:column}
 * @param finding how it fails, in Chinese with the figures; a waiver is for this finding and no other
 */
public record FailedCheck(String check, String finding) {}
