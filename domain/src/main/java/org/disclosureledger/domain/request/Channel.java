package org.disclosureledger.domain.request;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** How a request came in (Regulation art. 29, 31). */
public enum Channel implements Coded {
    IN_PERSON("inPerson", "当面"),
    POST("post", "邮寄"),
    INTERNET("internet", "网络"),
    EMAIL("email", "电子邮件"),
    FAX("fax", "传真"),
    OTHER("other", "其他");

    private static final Map<String, Channel> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Channel::id, v -> v));

    private final String id;
    private final String label;

    Channel(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static Channel of(String id) {
        Channel found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown Channel: " + id);
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
