package org.disclosureledger.application.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.application.register.FileRule;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came in, from a page or over the API, to what its description promises: components that must be there, the
 * greatest length of texts, days that the law can speak of, amounts of money in 元 and 分.
 */
public final class Bodies {

    private static final int USUAL_LENGTH = 200;
    private static final int GREATEST_AMOUNT_DIGITS = 9;
    private static final int DECIMALS = 2;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private Bodies() {}

    /** @throws CommandRejected when a component is missing or cannot be recorded; it names all of them */
    public static void check(Record body) {
        List<Finding> findings = objections(body);
        if (!findings.isEmpty()) {
            throw new CommandRejected(findings);
        }
    }

    /** What the description of the body has against what it says. */
    public static List<Finding> objections(Record body) {
        List<Finding> findings = new ArrayList<>();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            objection(component, value(component, body)).ifPresent(findings::add);
        }
        return findings;
    }

    /** Whether a body must state a component. */
    public static boolean isRequired(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.requiredMode() == Schema.RequiredMode.REQUIRED;
    }

    private static Optional<Finding> objection(RecordComponent component, @Nullable Object value) {
        String field = component.getName();
        if (value == null || (value instanceof String text && TypedText.of(text) == null)) {
            return isRequired(component) ? Optional.of(RegisterRule.REQUIRED.onField(field)) : Optional.empty();
        }
        if (value instanceof String text) {
            return TypedText.objection(field, text, longest(component));
        }
        if (value instanceof LocalDate day && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            return Optional.of(RegisterRule.IMPROBABLE_YEAR.onField(field, day));
        }
        if (value instanceof BigDecimal amount
                && (amount.scale() > DECIMALS
                        || amount.signum() < 0
                        || (long) amount.precision() - amount.scale() > GREATEST_AMOUNT_DIGITS)) {
            return Optional.of(FileRule.NOT_AN_AMOUNT.onField(field, "填写的数"));
        }
        return Optional.empty();
    }

    private static int longest(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null || schema.maxLength() == Integer.MAX_VALUE ? USUAL_LENGTH : schema.maxLength();
    }

    private static @Nullable Object value(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
