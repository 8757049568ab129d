package org.disclosureledger.application.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as evidence: no key twice, nothing after the value, and UTF-8 without mistakes. */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @throws IllegalArgumentException when it is not such JSON */
    static JsonNode read(String text) {
        JsonNode read;
        try {
            read = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("不是有效的 JSON：" + e.getOriginalMessage(), e);
        }
        if (read.isMissingNode()) {
            throw new IllegalArgumentException("没有内容");
        }
        return read;
    }

    static JsonNode read(byte[] utf8) {
        return read(text(utf8));
    }

    static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("不是有效的 UTF-8 文字", e);
        }
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
