package org.disclosureledger.application.markers;

import java.util.List;

/**
 * A string that occurs nowhere but where it is sent.
 *
 * @param field in which it was sent, as a person would say
 * @param spellings other ways to write it, such as a name in Latin letters
 */
record Marker(String text, String field, Fate fate, List<String> spellings) {

    /** What becomes of what is typed into a field. */
    enum Fate {
        /** Recorded, with the key of its case. */
        SEALED,
        /** Recorded as it is. */
        OPEN,
        /** Not recorded: refused, only searched for, or typed where nobody keeps it. */
        NOT_KEPT,
        /** Put there by the test, to see that it is found. */
        PLANTED
    }
}
