package org.disclosureledger.application.letter;

import org.jspecify.annotations.Nullable;

/**
 * A letter to be printed from a page.
 *
 * @param registrationNumber of the request
 * @param issued null when it was not issued yet
 */
public record PrintedLetter(
        String registrationNumber, @Nullable IssuedLetter issued, LetterPage page) {}
