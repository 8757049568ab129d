package org.disclosureledger.application.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/** Addresses of the pages behind figures. */
final class CellLinks {

    private CellLinks() {}

    /** After the address of the report. */
    static String of(CellId cell) {
        return "/cells/" + encoded(cell.table()) + "/" + encoded(cell.row()) + "/" + encoded(cell.column());
    }

    /** @param asOf as it was typed, null for now */
    static String query(@Nullable String asOf) {
        return asOf == null ? "" : "?asOf=" + encoded(asOf);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
