package org.disclosureledger.application.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the product answers, as its code says. */
final class Endpoints {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private Endpoints() {}

    /**
     * @param path with variables in braces
     * @param consumes media type that a body must have, empty when any
     * @param params names of parameters without which another method answers
     */
    record Endpoint(String method, String path, String consumes, Set<String> params, HandlerMethod handler) {

        String filled(UnaryOperator<String> values) {
            Matcher variables = VARIABLE.matcher(path);
            StringBuilder filled = new StringBuilder();
            while (variables.find()) {
                variables.appendReplacement(filled, Matcher.quoteReplacement(values.apply(variables.group(1))));
            }
            variables.appendTail(filled);
            return filled + (params.isEmpty() ? "" : "?" + String.join("=1&", params) + "=1");
        }

        boolean ofOrgan() {
            return path.contains("{organ}") || path.contains("{code}");
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path + (params.isEmpty() ? "" : "?" + String.join("&", params))
                    + (consumes.isEmpty() ? "" : " " + consumes);
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        List<Endpoint> endpoints = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.disclosureledger.")) {
                return;
            }
            String consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .findFirst()
                    .map(Object::toString)
                    .orElse("");
            Set<String> params = info.getParamsCondition().getExpressions().stream()
                    .map(e -> e.getName())
                    .collect(Collectors.toSet());
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    endpoints.add(new Endpoint(method.name(), path, consumes, params, handler));
                }
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path)
                .thenComparing(Endpoint::method)
                .thenComparing(Endpoint::toString));
        return endpoints;
    }
}
