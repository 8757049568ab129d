package org.disclosureledger.application.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.disclosureledger.domain.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;

/** Constants of the statute go over HTTP under their identifiers, as they do in events. */
@Component
class CodedJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    CodedJson() {
        super("coded");
        setSerializers(new ById());
        setDeserializers(new FromId());
    }

    private static final class ById extends SimpleSerializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueSerializer<?> findEnumSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            return Coded.class.isAssignableFrom(type.getRawClass()) ? new Writer() : null;
        }
    }

    private static final class FromId extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return Coded.class.isAssignableFrom(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }
    }

    private static final class Writer extends ValueSerializer<Coded> {

        @Override
        public void serialize(Coded value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.id());
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {

        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            String id = parser.getValueAsString("");
            for (Object constant : type.getEnumConstants()) {
                if (((Coded) constant).id().equals(id)) {
                    return constant;
                }
            }
            return context.handleWeirdStringValue(type, id, "unknown identifier");
        }
    }
}
