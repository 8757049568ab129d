package org.disclosureledger.domain.document;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/** What the register of documents (规章和行政规范性文件台账) can say; labels are its column headers. */
public enum DocumentFact implements Fact {
    CATEGORY("category", "类别", FactType.CODE, true),
    DOCUMENT_NUMBER("documentNumber", "文号", FactType.TEXT, true),
    TITLE("title", "标题", FactType.TEXT, true),
    ISSUED_ON("issuedOn", "制发日期", FactType.DATE, true),
    REPEALED_ON("repealedOn", "废止日期", FactType.DATE, false);

    private static final Map<String, DocumentFact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DocumentFact::id, f -> f));

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    DocumentFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
    }

    public static @Nullable DocumentFact byId(String id) {
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

    @Override
    public String shown(String value) {
        return switch (this) {
            case CATEGORY -> DocumentCategory.of(value).label();
            default -> Fact.super.shown(value);
        };
    }
}
