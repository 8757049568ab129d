package org.disclosureledger.application.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares two tables value by value and says in words where they differ. */
final class TableDifferences {

    private TableDifferences() {}

    static List<String> between(JsonNode right, JsonNode found) {
        Map<String, String> ours = new LinkedHashMap<>();
        Map<String, String> theirs = new LinkedHashMap<>();
        flatten(right, "", ours);
        flatten(found, "", theirs);
        TreeSet<String> places = new TreeSet<>(ours.keySet());
        places.addAll(theirs.keySet());
        List<String> sentences = new ArrayList<>();
        for (String place : places) {
            if (!Objects.equals(ours.get(place), theirs.get(place))) {
                sentences.add(place + " 应为 " + ours.get(place) + "，表中为 " + theirs.get(place));
            }
        }
        if (sentences.isEmpty() && !right.equals(found)) {
            sentences.add("表的结构不合规定");
        }
        return sentences;
    }

    private static void flatten(JsonNode node, String at, Map<String, String> values) {
        if (node.isEmpty()) {
            values.put(at, node.toString());
        }
        node.properties().forEach(p -> flatten(p.getValue(), at + "/" + p.getKey(), values));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.path(i), at + "/" + i, values);
            }
        }
    }
}
