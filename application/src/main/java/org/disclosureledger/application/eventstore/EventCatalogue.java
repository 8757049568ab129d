package org.disclosureledger.application.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Reads events of every name and revision that this program knows: older ones are brought up step by step. */
public final class EventCatalogue implements EventReader {

    private static final EventCatalogue CURRENT = new EventCatalogue(EventNames.all());
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private final Map<String, EventName> byName;

    /** @throws IllegalStateException when two events bear one name */
    public EventCatalogue(List<EventName> names) {
        byName = names.stream().collect(Collectors.toUnmodifiableMap(EventName::name, Function.identity()));
    }

    /** All events of this version of the program. */
    public static EventCatalogue current() {
        return CURRENT;
    }

    @Override
    public DomainEvent read(EventRow row) {
        return read(row.type(), row.revision(), row.payload());
    }

    /** @throws UnreadableEvent when name or revision are unknown, or the payload is not what they promise */
    public DomainEvent read(String name, int revision, String payload) {
        EventName known = byName.get(name);
        if (known == null) {
            throw new UnreadableEvent("本程序不认识名为“" + name + "”的事件，可能是较新的程序写入的");
        }
        if (revision < 1 || revision > known.revision()) {
            throw new UnreadableEvent(
                    "“" + name + "”第 " + revision + " 版是较新的程序写入的，本程序只认识到第 " + known.revision() + " 版");
        }
        DomainEvent event = decode(known, revision, payload);
        if (event == null) {
            throw new UnreadableEvent("内容无法读取：没有内容");
        }
        String missing = RequiredFacts.missing(event);
        if (missing != null) {
            throw new UnreadableEvent("内容不完整：缺少 " + missing);
        }
        return event;
    }

    /** Nothing of what Jackson or an upcast says is passed on: it may quote the payload. */
    private static @Nullable DomainEvent decode(EventName known, int revision, String payload) {
        try {
            if (revision == known.revision()) {
                return Objects.requireNonNull(EventJson.read(known, payload));
            }
            ObjectNode tree = EventJson.readTree(payload);
            for (Upcast step :
                    known.upcasts().subList(revision - 1, known.upcasts().size())) {
                tree = step.apply(tree);
            }
            return EventJson.read(known, tree);
        } catch (JacksonException e) {
            throw new UnreadableEvent("内容无法读取：" + e.getClass().getSimpleName() + place(e));
        } catch (RuntimeException e) {
            throw new UnreadableEvent("内容无法读取：" + e.getClass().getSimpleName());
        }
    }

    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> property(step.getPropertyName()))
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "" : "，位于 " + path;
    }

    /** Names of properties are the program's words; anything else could be somebody's. */
    private static String property(@Nullable String name) {
        return name != null && PROPERTY.matcher(name).matches() ? name : "?";
    }
}
