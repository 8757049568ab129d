package org.disclosureledger.domain.tally;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** What table 二 counts under art. 20(5), (6) and (8). Fees are in 万元 with up to four decimals, the others whole numbers. */
public enum TallyItem implements Coded {
    LICENCES("licences", "行政许可", 0),
    PENALTIES("penalties", "行政处罚", 0),
    COMPULSORY_MEASURES("compulsoryMeasures", "行政强制", 0),
    FEES("fees", "行政事业性收费", 4);

    private static final Map<String, TallyItem> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TallyItem::id, v -> v));

    private final String id;
    private final String label;
    private final int decimals;

    TallyItem(String id, String label, int decimals) {
        this.id = id;
        this.label = label;
        this.decimals = decimals;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static TallyItem of(String id) {
        TallyItem found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown TallyItem: " + id);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    public int decimals() {
        return decimals;
    }
}
