package org.disclosureledger.application.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Groups the operations of each controller under its name, with the Chinese words of its {@link Tag} beside it:
 * generators make a class of each group and drop what is not ASCII from its name.
 */
@Component
class ControllerTags implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String SUFFIX = "Controller";

    private final Map<String, String> words = new ConcurrentSkipListMap<>();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        String name = controller.getSimpleName();
        if (name.endsWith(SUFFIX)) {
            String group = name.substring(0, name.length() - SUFFIX.length());
            Tag tag = AnnotatedElementUtils.findMergedAnnotation(controller, Tag.class);
            words.put(group, tag == null ? group : tag.name());
            operation.setTags(new ArrayList<>(List.of(group)));
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setTags(null);
        words.forEach((group, description) -> api.addTagsItem(
                new io.swagger.v3.oas.models.tags.Tag().name(group).description(description)));
    }
}
