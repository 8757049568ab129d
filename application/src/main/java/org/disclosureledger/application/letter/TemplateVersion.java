package org.disclosureledger.application.letter;

import java.time.Instant;
import org.disclosureledger.domain.letter.LetterKind;

/**
 * A template that an organ brought.
 *
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param fileName as it was called where it came from
 * @param replacedBy user who brought it
 * @param replacedAt when it came in
 */
public record TemplateVersion(LetterKind kind, String sha256, String fileName, String replacedBy, Instant replacedAt) {}
