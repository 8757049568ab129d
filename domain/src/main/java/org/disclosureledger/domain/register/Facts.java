package org.disclosureledger.domain.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, or what one row says of it: canonical values by fact. A fact that nobody stated is absent;
 * nothing is ever invented for it. Further columns of an office's file are kept under {@code remark:<column>}.
 */
public final class Facts {

    public static final String REMARK = "remark:";
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, String> values;

    private Facts(Map<String, String> values) {
        this.values = values;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(Map<String, String> values) {
        return new Facts(new LinkedHashMap<>(values));
    }

    public boolean states(Fact fact) {
        return values.containsKey(fact.id());
    }

    public @Nullable String find(Fact fact) {
        return values.get(fact.id());
    }

    public @Nullable LocalDate findDate(Fact fact) {
        String value = values.get(fact.id());
        return value == null ? null : LocalDate.parse(value);
    }

    /** @throws IllegalArgumentException when the fact is not stated */
    public String text(Fact fact) {
        String value = values.get(fact.id());
        if (value == null) {
            throw new IllegalArgumentException(fact.id() + " is not stated");
        }
        return value;
    }

    /** @throws IllegalArgumentException when the fact is not stated */
    public LocalDate date(Fact fact) {
        return LocalDate.parse(text(fact));
    }

    public Facts with(String id, String value) {
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.put(id, value);
        return new Facts(copy);
    }

    public Facts with(Fact fact, @Nullable Object value) {
        return value == null ? this : with(fact.id(), value.toString());
    }

    public Facts withAll(Facts others) {
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.putAll(others.values);
        return new Facts(copy);
    }

    /** Values by fact identifier, in the order in which they were stated; read only. */
    public Map<String, String> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    static boolean same(@Nullable FactType type, @Nullable String a, @Nullable String b) {
        if (type == FactType.AMOUNT && a != null && b != null) {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        }
        return Objects.equals(a, b);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts f && f.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
