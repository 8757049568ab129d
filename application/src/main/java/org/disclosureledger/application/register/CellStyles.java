package org.disclosureledger.application.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** What the number formats of a workbook make of a number: a date, or a number with leading zeros. */
final class CellStyles extends XmlHandler {

    private static final int LONGEST_FORMAT = 255;
    private static final int MOST_STYLES = 65_536;
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,50}");

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, Boolean> dates = new HashMap<>();
    private boolean inCellFormats;

    @Override
    void started(String name, Attributes attributes) {
        if (name.equals("cellXfs")) {
            inCellFormats = true;
        }
        String id = attribute(attributes, "numFmtId");
        if (name.equals("numFmt") && id != null && formats.size() < MOST_STYLES) {
            String code = attribute(attributes, "formatCode");
            formats.put(Integer.valueOf(id), code == null || code.length() > LONGEST_FORMAT ? "" : code);
        }
        if (name.equals("xf") && inCellFormats && formatOfStyle.size() < MOST_STYLES) {
            formatOfStyle.add(id == null ? 0 : Integer.valueOf(id));
        }
    }

    @Override
    void ended(String name) {
        if (name.equals("cellXfs")) {
            inCellFormats = false;
        }
    }

    boolean isDate(int style) {
        return dates.computeIfAbsent(format(style), id -> isChineseDate(id) || isDateFormat(id));
    }

    /** How many digits the format shows at least, where it is one for numbers with leading zeros. */
    int leastDigits(int style) {
        String code = formats.get(format(style));
        return code != null && LEADING_ZEROS.matcher(code).matches() ? code.length() : 0;
    }

    private boolean isDateFormat(int id) {
        @Nullable String code = formats.get(id);
        return DateUtil.isADateFormat(id, code == null ? "General" : code);
    }

    /**
     * Formats that Chinese Excel has built in and so does not spell out in the file, 2024年3月5日 (31) among them
     * (ECMA-376 part 1, 18.8.30, zh-cn).
     */
    private boolean isChineseDate(int id) {
        return !formats.containsKey(id) && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    }

    private int format(int style) {
        return style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
    }
}
