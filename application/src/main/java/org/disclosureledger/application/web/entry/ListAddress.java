package org.disclosureledger.application.web.entry;

import org.disclosureledger.application.registers.RegisterQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of a list: the question is kept, and one thing of it changes.
 *
 * @param path of the page
 * @param parameters what is kept
 */
record ListAddress(String path, MultiValueMap<String, String> parameters) {

    /** @param asOf as it was typed, null for now */
    static ListAddress of(String path, RegisterQuestion question, @Nullable String asOf) {
        return new ListAddress(path, question.parameters()).with("asOf", asOf);
    }

    /** @param value null for none */
    ListAddress with(String name, @Nullable String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
        changed.remove(name);
        if (value != null) {
            changed.add(name, value);
        }
        return new ListAddress(path, changed);
    }

    ListAddress without(String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>();
        parameters.forEach((key, values) -> values.stream()
                .filter(v -> !key.equals(name) || !v.equals(value))
                .forEach(v -> changed.add(key, v)));
        return new ListAddress(path, changed);
    }

    @Override
    public String toString() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, values) -> values.forEach(v -> address.queryParam(name, "{" + "v}")));
        return address.encode()
                .buildAndExpand(
                        parameters.values().stream().flatMap(v -> v.stream()).toArray())
                .toUriString();
    }
}
