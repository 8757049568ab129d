package org.disclosureledger.application.report;

import java.util.regex.Pattern;

/** Tells a numbered heading inside a text part, which official documents set in another typeface, from a sentence. */
final class Subheading {

    private static final int LONGEST = 40;
    private static final Pattern NUMBERED = Pattern.compile("(（[一二三四五六七八九十]+）|\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+、).*");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；：！？】].*");

    private Subheading() {}

    static boolean is(String paragraph) {
        return paragraph.length() <= LONGEST
                && NUMBERED.matcher(paragraph).matches()
                && !SENTENCE.matcher(paragraph).matches();
    }
}
