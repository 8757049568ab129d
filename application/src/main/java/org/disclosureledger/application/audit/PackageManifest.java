package org.disclosureledger.application.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What a package says of itself. */
record PackageManifest(UUID ledger, Instant exportedAt, JsonNode json, Map<String, Listed> files) {

    private static final Set<String> TEXTS =
            Set.of("format", "ledger", "genesis", "lastHash", "exportedAt", "programVersion", "form");
    private static final Set<String> NUMBERS = Set.of("version", "firstNumber", "lastNumber", "countingRules");
    private static final Set<String> LISTS = Set.of("hashAlgorithms", "files");

    /** @param sha256 lower-case hexadecimal */
    record Listed(String sha256, long size) {}

    /** @throws IllegalArgumentException when it is not a manifest of this format */
    static PackageManifest read(byte[] file) {
        JsonNode json = StrictJson.read(file);
        require(json.isObject() && json.size() == TEXTS.size() + NUMBERS.size() + LISTS.size(), "清单的字段不合规定");
        TEXTS.forEach(name -> require(json.path(name).isString(), name + " 不合规定"));
        NUMBERS.forEach(name -> require(json.path(name).isIntegralNumber(), name + " 不合规定"));
        LISTS.forEach(name -> require(json.path(name).isArray(), name + " 不合规定"));
        Map<String, Listed> files = new LinkedHashMap<>();
        for (JsonNode listed : json.path("files")) {
            require(
                    listed.size() == 3
                            && listed.path("path").isString()
                            && listed.path("sha256").isString()
                            && listed.path("size").isIntegralNumber()
                            && listed.path("size").canConvertToLong(),
                    "清单中的文件不合规定");
            Listed found = new Listed(
                    listed.path("sha256").stringValue(), listed.path("size").longValue());
            require(files.put(listed.path("path").stringValue(), found) == null, "清单中有重复的文件");
        }
        Instant exportedAt = Instant.parse(json.path("exportedAt").stringValue());
        require(EventLine.time(exportedAt).equals(json.path("exportedAt").stringValue()), "导出时间不是规定的写法");
        UUID ledger = UUID.fromString(json.path("ledger").stringValue());
        require(ledger.toString().equals(json.path("ledger").stringValue()), "台账标识不是规定的写法");
        return new PackageManifest(ledger, exportedAt, json, Collections.unmodifiableMap(files));
    }

    /** The fields that do not say what was found; for each a sentence. */
    List<String> contradictions(String genesis, long lastNumber, String lastHash, Set<String> algorithms, String form) {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("format", PackageLayout.FORMAT);
        right.put("version", PackageLayout.VERSION);
        right.put("form", form);
        right.put("countingRules", PackageLayout.COUNTING_RULES);
        right.put("genesis", genesis);
        right.put("firstNumber", 1);
        right.put("lastNumber", lastNumber);
        right.put("lastHash", lastHash);
        right.put("hashAlgorithms", algorithms);
        JsonNode expected = StrictJson.read(StrictJson.write(right));
        List<String> wrong = new ArrayList<>();
        expected.properties().forEach(field -> {
            if (!field.getValue().equals(json.path(field.getKey()))) {
                wrong.add(field.getKey() + " 应为 " + field.getValue());
            }
        });
        return wrong;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
