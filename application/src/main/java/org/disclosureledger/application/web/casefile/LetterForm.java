package org.disclosureledger.application.web.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.letter.LetterBody;
import org.disclosureledger.application.letter.LetterDraft;
import org.disclosureledger.application.letter.LetterField;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.jspecify.annotations.Nullable;

/** Lays a letter out as a form of what its writer puts into words, and what it takes from the record. */
final class LetterForm {

    private static final Set<LetterField> LONG = EnumSet.of(
            LetterField.CORRECTION_ITEMS,
            LetterField.EXTENSION_REASON,
            LetterField.REASON,
            LetterField.ACCESS,
            LetterField.SEPARATED);

    private LetterForm() {}

    /** What the fields hold before anybody has typed. */
    static Map<String, String> suggested(LetterDraft draft) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("letterNumber", draft.letterNumber());
        values.put("on", draft.on().toString());
        for (LetterDraft.Line line : draft.fields()) {
            String value = line.value();
            if (line.written() && value != null) {
                values.put(line.field().id(), value);
            }
        }
        return values;
    }

    static EntryForm of(LetterDraft draft, Map<String, String> values) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "文号和日期",
                "",
                List.of(
                        field("letterNumber", "文号", Input.TEXT, true, "没有编文号的，用建议的编号；在本件的文书中不重复", values),
                        field("on", "出具日期", Input.DATE, true, null, values))));
        List<Field> written = new ArrayList<>();
        for (LetterDraft.Line line : draft.fields()) {
            LetterField field = line.field();
            if (line.written()) {
                Input input = LONG.contains(field) ? Input.MULTILINE : Input.TEXT;
                written.add(field(field.id(), field.id(), input, line.required(), field.description(), values));
            }
        }
        if (draft.kind().isAnswer()) {
            written.add(field("reconsiderationOrgan", "行政复议机关", Input.TEXT, false, "写进救济告知；不填写“行政复议机关”", values));
            written.add(field("court", "法院", Input.TEXT, false, "写进救济告知；不填写“有管辖权的人民法院”", values));
        }
        if (!written.isEmpty()) {
            sections.add(new Section("由承办人写的内容", "", written));
        }
        return new EntryForm(sections);
    }

    /** What the letter takes from the record as it is. */
    static List<CasePages.Shown> recorded(LetterDraft draft) {
        return draft.fields().stream()
                .filter(line -> !line.written() && line.value() != null)
                .map(line -> new CasePages.Shown(line.field().id(), String.valueOf(line.value())))
                .toList();
    }

    /** A date that cannot be read is as good as none. */
    static LetterBody body(LetterDraft draft, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (LetterDraft.Line line : draft.fields()) {
            if (line.written()) {
                values.put(line.field().id(), typed.getOrDefault(line.field().id(), ""));
            }
        }
        return new LetterBody(
                date(typed.getOrDefault("on", "")),
                typed.get("letterNumber"),
                values,
                typed.get("reconsiderationOrgan"),
                typed.get("court"));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Field field(
            String id, String label, Input input, boolean required, @Nullable String hint, Map<String, String> values) {
        return new Field(id, label, input, required, false, hint, values.getOrDefault(id, ""), List.of());
    }
}
