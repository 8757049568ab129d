package org.disclosureledger.application.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.application.letter.DocxPackage.Relationship;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What may not be in a template, because every letter would carry it to applicants: macros, embedded objects, and
 * anything that another program would fetch from elsewhere.
 */
final class DocxGuard {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final List<String> OBJECTS =
            List.of("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument");
    private static final Pattern OBJECT_FOLDER =
            Pattern.compile("(^|[/\\\\])(embeddings|activeX)[/\\\\]", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> LINKS =
            Map.of("hyperlink", "超链接", "image", "图片", "attachedTemplate", "附加的模板");

    /** Fields of Word that bring something in when the document is opened or its fields are brought up to date. */
    private static final Pattern FETCHING = Pattern.compile(
            "\\b(DDE|DDEAUTO|LINK|IMPORT|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE|RD)\\b", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_QUOTE = 80;

    private DocxGuard() {}

    /** @return name of the main part */
    static String inspect(DocxPackage file) {
        if (!file.contains(CONTENT_TYPES) || !file.contains("_rels/.rels")) {
            throw TemplateRule.NOT_A_DOCX.refuse();
        }
        for (String name : file.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                PartXml.check(file.bytes(name));
            }
        }
        refuseMacros(file);
        refuseObjects(file);
        String main = main(file);
        file.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".rels"))
                .flatMap(rels -> file.relationshipsIn(rels).stream())
                .forEach(DocxGuard::inspect);
        return main;
    }

    private static void refuseMacros(DocxPackage file) {
        boolean macros = file.names().stream()
                        .anyMatch(n -> n.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                || types(file).values().stream().anyMatch(t -> t.contains("macroEnabled") || t.contains("vbaProject"));
        if (macros) {
            throw TemplateRule.MACROS.refuse();
        }
    }

    /** Also one that nothing leads to: letters would carry it all the same. */
    private static void refuseObjects(DocxPackage file) {
        file.names().stream()
                .filter(name -> OBJECT_FOLDER.matcher(name).find())
                .findFirst()
                .ifPresent(name -> {
                    throw TemplateRule.EMBEDDED_OBJECT.refuse(quoted(name));
                });
    }

    private static String main(DocxPackage file) {
        String main = file.relationships("").stream()
                .filter(relationship -> relationship.is("officeDocument"))
                .map(Relationship::target)
                .findFirst()
                .orElseThrow(TemplateRule.NOT_A_DOCX::refuse);
        if (!WORD_DOCUMENT.equals(types(file).get("/" + main))) {
            throw TemplateRule.NOT_A_DOCX.refuse();
        }
        return main;
    }

    /** By name of the part, and by extension. */
    private static Map<String, String> types(DocxPackage file) {
        return PartXml.elements(PartXml.parse(file.bytes(CONTENT_TYPES)), "*").stream()
                .filter(type -> type.hasAttribute("ContentType"))
                .collect(Collectors.toMap(
                        type -> type.hasAttribute("PartName")
                                ? type.getAttribute("PartName")
                                : type.getAttribute("Extension"),
                        type -> type.getAttribute("ContentType"),
                        (first, second) -> first));
    }

    private static void inspect(Relationship relationship) {
        if (OBJECTS.stream().anyMatch(relationship::is)) {
            throw TemplateRule.EMBEDDED_OBJECT.refuse(quoted(relationship.target()));
        }
        if (relationship.external() || relationship.is("attachedTemplate")) {
            String kind = LINKS.entrySet().stream()
                    .filter(link -> relationship.is(link.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("外部文件");
            throw TemplateRule.EXTERNAL_CONTENT.refuse(kind + " " + quoted(relationship.target()));
        }
    }

    /** @param part one whose text is merged */
    static void refuseFetchingFields(Document part) {
        String simple = PartXml.elements(part, "fldSimple").stream()
                .map(field -> attribute(field, "instr"))
                .collect(Collectors.joining(" "));
        // One instruction may stand in several runs.
        String complex = PartXml.elements(part, "instrText").stream()
                .map(Node::getTextContent)
                .collect(Collectors.joining());
        Matcher fetching = FETCHING.matcher(simple + " " + complex);
        if (fetching.find()) {
            throw TemplateRule.EXTERNAL_CONTENT.refuse("域 " + fetching.group().toUpperCase(Locale.ROOT));
        }
    }

    private static String attribute(Element element, String localName) {
        return element.getAttributeNS(element.getNamespaceURI(), localName);
    }

    private static String quoted(String target) {
        return target.length() > LONGEST_QUOTE ? target.substring(0, LONGEST_QUOTE) + "…" : target;
    }
}
