package org.disclosureledger.application.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.register.FileRule;
import org.disclosureledger.application.register.WrittenDate;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Makes the body that the API takes out of what came in with a form: each component from the field of its name, a list
 * from the fields {@code name.1}, {@code name.2} and so on.
 *
 * @param body what could be read; what could not is null in it
 * @param findings everything that is to be put right before the body can be used
 */
public record FormBody<T extends Record>(T body, List<Finding> findings) {

    private static final int LONGEST_QUOTE = 20;

    public static <T extends Record> FormBody<T> of(Class<T> type, Map<String, String> form) {
        List<Finding> findings = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values =
                Arrays.stream(components).map(c -> value(c, form, findings)).toArray();
        T body = make(type, components, values);
        Set<String> unreadable = findings.stream().map(Finding::fact).collect(Collectors.toSet());
        Bodies.objections(body).stream()
                .filter(f -> !unreadable.contains(f.fact()))
                .forEach(findings::add);
        return new FormBody<>(body, List.copyOf(findings));
    }

    /** The fields of a form that would be read into this body; those that say nothing are left out. */
    public static Map<String, String> fields(Record body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = said(component, body);
            if (value != null) {
                fields.put(component.getName(), value instanceof Coded coded ? coded.id() : value.toString());
            }
        }
        return fields;
    }

    private static @Nullable Object said(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Map<String, String> form, List<Finding> findings) {
        String name = component.getName();
        if (component.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class) {
            return texts(name, form);
        }
        String text = form.getOrDefault(name, "").replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return read(component.getType(), text);
        } catch (DateTimeException e) {
            findings.add(FileRule.NOT_A_DATE.onField(name, quoted(text)));
        } catch (NumberFormatException e) {
            findings.add(FileRule.NOT_AN_AMOUNT.onField(name, quoted(text)));
        } catch (IllegalArgumentException e) {
            findings.add(FileRule.UNKNOWN_CODE.onField(name, quoted(text), "列出的各项"));
        }
        return null;
    }

    private static @Nullable List<String> texts(String name, Map<String, String> form) {
        List<String> texts = form.keySet().stream()
                .filter(field -> field.matches(name + "\\.\\d{1,2}"))
                .sorted(Comparator.comparingInt(String::length).thenComparing(field -> field))
                .map(field -> form.getOrDefault(field, "").replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.isEmpty() ? null : texts;
    }

    /** @throws IllegalArgumentException when the text does not say such a value */
    private static Object read(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return WrittenDate.typed(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Boolean.class && Set.of("true", "false").contains(text)) {
            return Boolean.valueOf(text);
        }
        if (type.isEnum() && Coded.class.isAssignableFrom(type)) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> ((Coded) c).id().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    private static <T extends Record> T make(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
