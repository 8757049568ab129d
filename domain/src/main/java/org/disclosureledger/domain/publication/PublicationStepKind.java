package org.disclosureledger.domain.publication;

import java.util.List;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.Right;

/** The steps that prepared information can take. */
public enum PublicationStepKind implements Coded {
    REVIEW("review", "审查"),
    PUBLISH("publish", "公开"),
    UPDATE("update", "更新"),
    WITHDRAW("withdraw", "撤回");

    private final String id;
    private final String label;

    PublicationStepKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** What such a step states; its legal date comes first. */
    public List<PublicationFact> facts() {
        return switch (this) {
            case REVIEW ->
                List.of(
                        PublicationFact.REVIEWED_ON,
                        PublicationFact.REVIEWER,
                        PublicationFact.VERDICT,
                        PublicationFact.GROUND);
            case PUBLISH -> List.of(PublicationFact.PUBLISHED_ON, PublicationFact.CHANNEL, PublicationFact.PLACE);
            case UPDATE -> List.of(PublicationFact.UPDATED_ON, PublicationFact.WHAT);
            case WITHDRAW -> List.of(PublicationFact.WITHDRAWN_ON, PublicationFact.CHANNEL, PublicationFact.REASON);
        };
    }

    /** The legal date, which every step of this kind has and none of another. */
    public PublicationFact date() {
        return facts().get(0);
    }

    /** What its taker must be allowed to do: whether information may be published is not everybody's to say. */
    public Right right() {
        return this == REVIEW ? Right.DECIDE : Right.RECEIVE;
    }
}
