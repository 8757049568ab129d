package org.disclosureledger.application.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.office.OfficeFile;
import org.disclosureledger.application.office.XmlText;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.register.Finding;
import org.w3c.dom.Document;

/** Fills the fields of a template, wherever its text can stand: in the body, in headers and footers, in notes. */
final class LetterMerge {

    private static final Map<String, String> PLACES =
            Map.of("header", "页眉", "footer", "页脚", "footnotes", "脚注", "endnotes", "尾注");

    private final LetterKind kind;
    private final DocxPackage file;
    private final Map<String, Document> parts = new LinkedHashMap<>();
    private final Map<String, List<LetterParagraph>> paragraphs = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<LetterField> used = EnumSet.noneOf(LetterField.class);

    private LetterMerge(byte[] template, LetterKind kind) {
        this.kind = kind;
        this.file = DocxPackage.open(template);
    }

    /**
     * @param values what is to stand in the place of the fields; one that has none is left empty
     * @return the letter as a Word document; the same template and values give the same bytes
     * @throws TemplateRefused when this is no template for such a letter; it names every field that is wrong
     */
    static byte[] merge(byte[] template, LetterKind kind, Map<LetterField, String> values) {
        LetterMerge merge = new LetterMerge(template, kind);
        merge.read();
        merge.check();
        merge.fill(values);
        return merge.file.write();
    }

    private void read() {
        String main = DocxGuard.inspect(file);
        add(main, "正文");
        file.relationships(main)
                .forEach(relationship -> PLACES.forEach((type, place) -> {
                    if (relationship.is(type) && !parts.containsKey(relationship.target())) {
                        add(relationship.target(), place);
                    }
                }));
    }

    private void add(String part, String place) {
        Document xml = PartXml.parse(file.bytes(part));
        DocxGuard.refuseFetchingFields(xml);
        parts.put(part, xml);
        List<LetterParagraph> all = LetterParagraph.all(xml);
        paragraphs.put(part, all);
        for (int i = 0; i < all.size(); i++) {
            check(all.get(i), place + "第" + (i + 1) + "段");
        }
    }

    private void check(LetterParagraph paragraph, String place) {
        String unclosed = paragraph.unclosed();
        if (unclosed != null) {
            findings.add(TemplateRule.UNCLOSED_FIELD.onField(unclosed, place, unclosed));
        }
        String unopened = paragraph.unopened();
        if (unopened != null) {
            findings.add(TemplateRule.UNOPENED_FIELD.onField(unopened, place, unopened));
        }
        paragraph.fields().forEach(field -> check(field.name(), place));
    }

    private void check(String name, String place) {
        LetterField field = LetterField.named(name).orElse(null);
        if (field == null) {
            String advice = FieldNames.nearest(name, kind)
                    .map(near -> "，您要写的可能是“" + near.id() + "”")
                    .orElse("，可用的要素见文书模板说明");
            findings.add(TemplateRule.UNKNOWN_FIELD.onField(name, place, name, advice));
        } else if (!field.isUsableIn(kind)) {
            findings.add(
                    TemplateRule.FIELD_OF_OTHER_LETTERS.onField(name, place, name, kind.label(), field.usableWords()));
        } else {
            used.add(field);
        }
    }

    private void check() {
        LetterField.requiredIn(kind).stream()
                .filter(field -> !used.contains(field))
                .map(field ->
                        TemplateRule.MISSING_FIELD.onField(field.id(), kind.label(), field.id(), field.description()))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new TemplateRefused(findings);
        }
    }

    private void fill(Map<LetterField, String> values) {
        parts.forEach((name, xml) -> {
            paragraphs
                    .getOrDefault(name, List.of())
                    .forEach(paragraph -> paragraph.fill(field -> value(values, field)));
            file.replace(name, PartXml.write(xml));
        });
        // The clerk who made the template is not the author of the letter.
        if (file.contains(OfficeFile.CORE_PROPERTIES)) {
            file.replace(
                    OfficeFile.CORE_PROPERTIES,
                    OfficeFile.coreProperties(kind.label(), values.getOrDefault(LetterField.ORGAN_NAME, "")));
        }
    }

    private static String value(Map<LetterField, String> values, String name) {
        String value = LetterField.named(name).map(values::get).orElse(null);
        return value == null
                ? ""
                : value.strip()
                        .lines()
                        .map(XmlText::printable)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("");
    }
}
