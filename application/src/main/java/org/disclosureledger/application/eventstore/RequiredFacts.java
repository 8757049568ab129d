package org.disclosureledger.application.eventstore;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Which components of an event may not be null: all that the domain has not declared so. JSON knows no such promise. */
final class RequiredFacts {

    private static final ClassValue<List<RecordComponent>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(c -> !c.getType().isPrimitive())
                    .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .toList();
        }
    };

    private RequiredFacts() {}

    /** The first component that is null and must not be; null when there is none. */
    static @Nullable String missing(DomainEvent event) {
        try {
            for (RecordComponent component : REQUIRED.get(event.getClass())) {
                if (component.getAccessor().invoke(event) == null) {
                    return component.getName();
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
