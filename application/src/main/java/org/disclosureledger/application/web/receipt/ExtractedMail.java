package org.disclosureledger.application.web.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.mail.PastedMail;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;

/**
 * The form after a pasted mail filled in what was empty. The mail itself stays where it was pasted.
 *
 * @param filled labels of the fields that it filled in
 * @param kept fields that were filled in already, and what the mail says instead
 * @param unread lines of the mail that went into no field
 */
record ExtractedMail(
        Map<String, String> values, List<String> filled, List<String> kept, List<String> unread, List<Fault> faults) {

    /** The field in which a mail is pasted. */
    static final String MAIL = "mail";

    /** Which fields were proposed and are to be checked. */
    private static final String PROPOSED = "proposed";

    static ExtractedMail of(EntryForm form, Map<String, String> given) {
        String mail = given.getOrDefault(MAIL, "");
        Map<String, String> values = new LinkedHashMap<>(given);
        if (mail.isBlank()) {
            return refused(values, "请先把邮件的全文粘贴在这里，再提取");
        }
        if (mail.length() > PastedMail.LONGEST) {
            return refused(values, "粘贴的邮件超过 " + PastedMail.LONGEST + " 个字，请只粘贴申请的部分，再提取");
        }
        PastedMail read = PastedMail.read(mail, ClockConfiguration.CHINA);
        Set<String> proposed = new LinkedHashSet<>(proposed(given));
        List<String> filled = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        read.proposals().forEach((id, value) -> {
            EntryForm.Field field = form.find(id);
            String typed = typed(values, id);
            if (field != null && typed.isEmpty()) {
                values.put(id, value);
                proposed.add(id);
                filled.add(field.label());
            } else if (field != null
                    && !typed.equals(value.replace("\r\n", "\n").strip())) {
                kept.add(field.label() + "：" + shown(field, value));
            }
        });
        values.put(PROPOSED, String.join(",", proposed));
        return new ExtractedMail(values, filled, kept, read.unread(), List.of());
    }

    private static ExtractedMail refused(Map<String, String> values, String sentence) {
        return new ExtractedMail(values, List.of(), List.of(), List.of(), List.of(new Fault(MAIL, sentence)));
    }

    /** What is asked for may stand in the matters instead. */
    private static String typed(Map<String, String> values, String field) {
        String typed = values.getOrDefault(field, "").replace("\r\n", "\n").strip();
        boolean inMatters = field.equals("content")
                && values.entrySet().stream()
                        .anyMatch(e -> e.getKey().startsWith("matters.")
                                && !e.getValue().isBlank());
        return typed.isEmpty() && inMatters ? "matters" : typed;
    }

    private static String shown(EntryForm.Field field, String value) {
        return field.groups().stream()
                .flatMap(g -> g.choices().stream())
                .filter(c -> c.id().equals(value))
                .map(EntryForm.Choice::label)
                .findFirst()
                .orElse(value);
    }

    /** The fields of a form that a mail filled in before. */
    static Set<String> proposed(Map<String, String> values) {
        Set<String> proposed = new LinkedHashSet<>(
                Arrays.asList(values.getOrDefault(PROPOSED, "").split(",")));
        proposed.removeIf(String::isBlank);
        return proposed;
    }
}
