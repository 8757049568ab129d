package org.disclosureledger.application.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.WantedForm;

/** In which form somebody wants the information, from their own words or from the boxes that they ticked. */
final class MailForms {

    private static final String TICKS = "☑☒✓✔√■●";
    private static final String BOXES = "□○☐";
    private static final Map<WantedForm, List<String>> WORDS = Map.of(
            WantedForm.PAPER, List.of("纸", "复印件", "复制件"),
            WantedForm.ELECTRONIC, List.of("电子", "邮件", "邮箱", "网上"),
            WantedForm.DISC, List.of("光盘", "磁盘", "U盘", "u盘"),
            WantedForm.ON_SITE, List.of("查阅", "抄录", "现场", "当场阅读"),
            WantedForm.ANY, List.of("不限", "均可", "都可以", "任一"));

    private MailForms() {}

    /** @return the identifier of a {@link WantedForm}; empty when the words say none, or more than one */
    static String of(List<String> forms, List<String> ways) {
        String told = one(forms);
        return told.isEmpty() ? one(ways) : told;
    }

    private static String one(List<String> texts) {
        List<WantedForm> found = new ArrayList<>();
        for (WantedForm form : WantedForm.values()) {
            boolean named = texts.stream()
                    .map(MailForms::ticked)
                    .anyMatch(
                            text -> WORDS.getOrDefault(form, List.of()).stream().anyMatch(text::contains));
            if (named) {
                found.add(form);
            }
        }
        return found.size() == 1 ? found.get(0).id() : "";
    }

    /** The words behind ticks where there are any; boxes without a tick say nothing. */
    private static String ticked(String text) {
        if (text.chars().noneMatch(c -> TICKS.indexOf(c) >= 0)) {
            return text.chars().anyMatch(c -> BOXES.indexOf(c) >= 0) ? "" : text;
        }
        StringBuilder ticked = new StringBuilder();
        boolean taken = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (TICKS.indexOf(c) >= 0 || BOXES.indexOf(c) >= 0) {
                taken = TICKS.indexOf(c) >= 0;
            } else if (taken) {
                ticked.append(c);
            }
        }
        return ticked.toString();
    }
}
