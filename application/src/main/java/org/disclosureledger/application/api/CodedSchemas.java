package org.disclosureledger.application.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes constants of the statute by their identifiers, each with its official words. */
@Component
class CodedSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (raw.isEnum() && Coded.class.isAssignableFrom(raw)) {
            context.defineModel(raw.getSimpleName(), schema(raw));
            return new Schema<>().$ref("#/components/schemas/" + raw.getSimpleName());
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<String> schema(Class<?> raw) {
        StringSchema schema = new StringSchema();
        schema.addType("string");
        Arrays.stream(raw.getEnumConstants()).forEach(c -> schema.addEnumItem(((Coded) c).id()));
        schema.setDescription(Arrays.stream(raw.getEnumConstants())
                .map(c -> ((Coded) c).id() + "：" + ((Coded) c).label())
                .collect(Collectors.joining("；")));
        return schema;
    }
}
