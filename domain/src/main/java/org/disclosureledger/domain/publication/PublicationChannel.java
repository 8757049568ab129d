package org.disclosureledger.domain.publication;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** Through what an organ publishes (art. 23; notice boards art. 25). */
public enum PublicationChannel implements Coded {
    WEBSITE("website", "政府网站"),
    ACCOUNT("account", "政务新媒体"),
    GAZETTE("gazette", "公报、简报"),
    NOTICE_BOARD("noticeBoard", "公告栏"),
    BROADCAST("broadcast", "广播、电视"),
    MEETING("meeting", "会议、新闻发布会"),
    PRESS("press", "报刊"),
    OTHER("other", "其他");

    private static final Map<String, PublicationChannel> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PublicationChannel::id, v -> v));

    private final String id;
    private final String label;

    PublicationChannel(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static PublicationChannel of(String id) {
        PublicationChannel found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown PublicationChannel: " + id);
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
}
