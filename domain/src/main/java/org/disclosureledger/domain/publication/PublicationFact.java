package org.disclosureledger.domain.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of published information. What a step states is kept under the fact's identifier, a colon and the
 * number of the step in the history, from 1: {@code publishedOn:2}.
 */
public enum PublicationFact implements Fact {
    PUBLICATION_NUMBER("publicationNumber", "编号", FactType.TEXT, true),
    TITLE("title", "信息名称", FactType.TEXT, true),
    CONTENT_CLASS("contentClass", "公开内容", FactType.CODE, true),
    EMPHASIS("emphasis", "本机关重点", FactType.TEXT, false),
    MADE_ON("madeOn", "形成日期", FactType.DATE, true),
    REVIEWED_ON("reviewedOn", "审查日期", FactType.DATE, true),
    REVIEWER("reviewer", "审查人", FactType.TEXT, true),
    VERDICT("verdict", "审查结论", FactType.CODE, true),
    GROUND("ground", "审查理由", FactType.TEXT, false),
    CHANNEL("channel", "公开渠道", FactType.CODE, true),
    PUBLISHED_ON("publishedOn", "公开日期", FactType.DATE, true),
    PLACE("place", "具体位置", FactType.TEXT, false),
    UPDATED_ON("updatedOn", "变更日期", FactType.DATE, true),
    WHAT("what", "更新内容", FactType.TEXT, true),
    WITHDRAWN_ON("withdrawnOn", "撤回日期", FactType.DATE, true),
    REASON("reason", "理由", FactType.TEXT, true);

    /** What is stated when information is prepared; all else belongs to a step. */
    public static final List<PublicationFact> OF_PREPARATION =
            List.of(PUBLICATION_NUMBER, TITLE, CONTENT_CLASS, EMPHASIS, MADE_ON);

    private static final Map<String, PublicationFact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PublicationFact::id, f -> f));

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    PublicationFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
    }

    /** The fact behind an identifier, with or without the number of a step; null when there is none. */
    public static @Nullable PublicationFact byId(String id) {
        int colon = id.indexOf(':');
        return BY_ID.get(colon < 0 ? id : id.substring(0, colon));
    }

    /** The identifier under which the step of this number states it. */
    public String ofStep(int number) {
        return id + ":" + number;
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
            case CONTENT_CLASS -> ContentClass.of(value).label();
            case VERDICT -> ReviewVerdict.of(value).label();
            case CHANNEL -> PublicationChannel.of(value).label();
            default -> Fact.super.shown(value);
        };
    }
}
