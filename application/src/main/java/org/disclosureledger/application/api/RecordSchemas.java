package org.disclosureledger.application.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes our records as their code has it: a component is always there and never null unless it is {@link Nullable}.
 * Those that are marked as required or left out when they are null stay what their annotations say.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String OURS = "org.disclosureledger.";
    private static final String MODELS = "#/components/schemas/";

    private final Map<String, Class<?>> described = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
            Schema<?> model = model(schema, raw, context);
            if (model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return schema;
    }

    /** The schema itself, or that which it refers to. Two records of one name would silently be described as one. */
    private Schema<?> model(Schema<?> schema, Class<?> raw, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null || !reference.startsWith(MODELS)) {
            return schema;
        }
        String name = reference.substring(MODELS.length());
        Class<?> other = described.putIfAbsent(name, raw);
        if (other != null && !other.equals(raw)) {
            throw new IllegalStateException(
                    other.getName() + " and " + raw.getName() + " have the same name in the API");
        }
        return context.getDefinedModels().getOrDefault(name, schema);
    }

    private static void describe(Class<?> raw, Schema<?> model) {
        boolean leftOut =
                raw.isAnnotationPresent(WithoutNulls.class) || isLeftOut(raw.getAnnotation(JsonInclude.class));
        for (RecordComponent component : raw.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = named == null ? component.getName() : named.value();
            Schema<?> property = model.getProperties().get(name);
            if (property == null || isRequired(model, name)) {
                continue;
            }
            if (component.getType().equals(Object.class)) {
                // Whatever JSON can hold, and not an object of JSON.
                property.setType(null);
            }
            java.lang.reflect.AnnotatedType type = component.getAnnotatedType();
            if (!type.isAnnotationPresent(Nullable.class)) {
                model.addRequiredItem(name);
                elements(type, property);
            } else if (!leftOut && !isLeftOut(component.getAccessor().getAnnotation(JsonInclude.class))) {
                model.getProperties().put(name, nullable(property));
            }
        }
    }

    private static boolean isRequired(Schema<?> model, String name) {
        return model.getRequired() != null && model.getRequired().contains(name);
    }

    private static boolean isLeftOut(@Nullable JsonInclude include) {
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    /** Lists and maps may hold nulls, too. */
    private static void elements(java.lang.reflect.AnnotatedType type, Schema<?> schema) {
        if (type instanceof AnnotatedParameterizedType container) {
            java.lang.reflect.AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
            java.lang.reflect.AnnotatedType element = arguments[arguments.length - 1];
            Schema<?> of = schema.getItems() != null
                    ? schema.getItems()
                    : schema.getAdditionalProperties() instanceof Schema<?> values ? values : null;
            if (of != null && element.isAnnotationPresent(Nullable.class)) {
                of.setNullable(true);
            } else if (of != null) {
                elements(element, of);
            }
        }
    }

    /** A reference says nothing beside itself in OpenAPI 3.0. */
    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() == null) {
            return property.nullable(true);
        }
        return new Schema<>().allOf(List.of(property)).nullable(true);
    }
}
