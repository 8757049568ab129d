package org.disclosureledger.domain.tally;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/** What the register of tallies (处理决定和收费) can say; labels are its column headers. */
public enum TallyFact implements Fact {
    YEAR("year", "年度", FactType.YEAR, true),
    ITEM("item", "事项", FactType.CODE, true),
    AMOUNT("amount", "数量", FactType.AMOUNT, true);

    private static final Map<String, TallyFact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TallyFact::id, f -> f));

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    TallyFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
    }

    public static @Nullable TallyFact byId(String id) {
        return BY_ID.get(id);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public FactType type() {
        return type;
    }

    @Override
    public boolean required() {
        return required;
    }
}
