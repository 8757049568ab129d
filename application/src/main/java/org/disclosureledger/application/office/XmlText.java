package org.disclosureledger.application.office;

/** Text on its way into markup. */
public final class XmlText {

    private XmlText() {}

    /** Without the control characters and halves of characters that no document format can hold. */
    public static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t]]", "");
    }

    public static String escape(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
