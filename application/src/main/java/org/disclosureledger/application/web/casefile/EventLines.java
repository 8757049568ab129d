package org.disclosureledger.application.web.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.RequestFact;
import org.jspecify.annotations.Nullable;

/** The lines that an event of a request says, label by label; what is not known is not said. */
final class EventLines {

    private static final String SEALED = "（加密内容）";

    private final @Nullable CaseKey key;
    private final List<String> lines = new ArrayList<>();

    /** @param key of the case; null when it has none, so that nothing opens */
    EventLines(@Nullable CaseKey key) {
        this.key = key;
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    void add(String label, @Nullable Object value) {
        if (value != null) {
            lines.add(label + "：" + words(value));
        }
    }

    /** What stands after a label: the label of a code, a day in words, anything else as it is. */
    static Object words(Object value) {
        return switch (value) {
            case Coded coded -> coded.label();
            case LocalDate day -> DayWords.of(day);
            default -> value;
        };
    }

    void add(String label, String component, @Nullable SealedText text) {
        if (text != null) {
            lines.add(label + "：" + open(component, text.value()));
        }
    }

    /** @param id identifier of a {@link RequestFact}, or {@code remark:<column>} */
    void fact(String id, String value) {
        lines.add(label(id) + "：" + shown(id, value));
    }

    void correction(String id, String recorded, String corrected) {
        lines.add(label(id) + "：" + shown(id, recorded) + " → " + shown(id, corrected));
    }

    private String open(String component, String sealed) {
        try {
            return key == null ? SEALED : key.open(component, sealed);
        } catch (IllegalStateException e) {
            return SEALED;
        }
    }

    private static String label(String id) {
        RequestFact fact = RequestFact.byId(id);
        if (fact != null) {
            return fact.label();
        }
        return id.startsWith(Facts.REMARK) ? id.substring(Facts.REMARK.length()) : id;
    }

    private String shown(String id, String value) {
        RequestFact fact = RequestFact.byId(id);
        if (fact == null || fact.type() == FactType.SEALED) {
            return open(id, value);
        }
        try {
            return fact.shown(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
