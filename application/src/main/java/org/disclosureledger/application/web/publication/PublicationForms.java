package org.disclosureledger.application.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.springframework.util.MultiValueMap;

/**
 * Lays the facts of published information out as forms. Several forms share a page, so the fields of a step bear its
 * name: {@code review-reviewedOn}.
 */
final class PublicationForms {

    private static final Map<PublicationFact, String> HINTS = Map.ofEntries(
            Map.entry(PublicationFact.PUBLICATION_NUMBER, "编号在本机关内不得重复，定了不能改，例如 2025-公开-001"),
            Map.entry(PublicationFact.CONTENT_CLASS, "按《条例》第二十条、第二十一条选择"),
            Map.entry(PublicationFact.EMPHASIS, "本机关自己确定的重点公开内容，没有的不填；同一重点请写得一样"),
            Map.entry(PublicationFact.MADE_ON, "信息形成之日，自此20个工作日内公开（《条例》第二十六条）"),
            Map.entry(PublicationFact.GROUND, "不予公开、部分公开或者报有关部门确定的，必填。不要写入个人信息"),
            Map.entry(PublicationFact.PLACE, "网页栏目或者网址、账号、公告栏的位置、期号等"),
            Map.entry(PublicationFact.UPDATED_ON, "信息变更之日，自此20个工作日内公开；公开前须重新审查"),
            Map.entry(PublicationFact.WHAT, "哪些内容有变化。不要写入个人信息"),
            Map.entry(PublicationFact.REASON, "不要写入个人信息"));

    private PublicationForms() {}

    static List<Field> preparation(Map<String, String> values) {
        return PublicationFact.OF_PREPARATION.stream()
                .map(f -> field(f, f.id(), f.required(), values))
                .toList();
    }

    static List<Field> step(PublicationStepKind kind, Map<String, String> values) {
        return kind.facts().stream()
                .map(f -> field(f, name(kind, f), f.required() && !isFromAll(kind, f), values))
                .toList();
    }

    private static boolean isFromAll(PublicationStepKind kind, PublicationFact fact) {
        return kind == PublicationStepKind.WITHDRAW && fact == PublicationFact.CHANNEL;
    }

    private static String name(PublicationStepKind kind, PublicationFact fact) {
        return kind.id() + "-" + fact.id();
    }

    private static Field field(PublicationFact fact, String name, boolean required, Map<String, String> values) {
        String hint = fact == PublicationFact.CHANNEL && !required ? "不选为从全部渠道撤回" : HINTS.get(fact);
        return new Field(
                name,
                fact.label(),
                input(fact),
                required,
                false,
                hint,
                values.getOrDefault(fact.id(), ""),
                fact.type() == FactType.CODE ? List.of(new Group(null, choices(fact))) : List.of());
    }

    private static Input input(PublicationFact fact) {
        return switch (fact.type()) {
            case DATE -> Input.DATE;
            case CODE -> Input.SELECT;
            default ->
                fact == PublicationFact.WHAT || fact == PublicationFact.REASON || fact == PublicationFact.GROUND
                        ? Input.MULTILINE
                        : Input.TEXT;
        };
    }

    static List<Choice> choices(PublicationFact fact) {
        List<Choice> choices = new ArrayList<>();
        RegisterWords.choices(fact)
                .forEach((id, label) -> choices.add(new Choice(
                        id,
                        fact == PublicationFact.CONTENT_CLASS
                                ? label + "（" + ContentClass.of(id).article() + "）"
                                : label)));
        return choices;
    }

    /** What came in, by fact identifier. */
    static Map<String, String> typed(MultiValueMap<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        PublicationFact.OF_PREPARATION.forEach(f -> values.put(f.id(), text(given, f.id())));
        return values;
    }

    static Map<String, String> typed(PublicationStepKind kind, MultiValueMap<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        kind.facts().forEach(f -> values.put(f.id(), text(given, name(kind, f))));
        return values;
    }

    static String text(MultiValueMap<String, String> given, String name) {
        String text = given.getFirst(name);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    /** @param prefix that the fields of the form bear before the identifiers of their facts */
    static List<Fault> faults(String prefix, List<Finding> findings) {
        return findings.stream().map(f -> fault(prefix, f)).distinct().toList();
    }

    static String prefix(PublicationStepKind kind) {
        return kind.id() + "-";
    }

    private static Fault fault(String prefix, Finding finding) {
        PublicationFact fact = PublicationFact.byId(finding.fact());
        if (fact == null) {
            return new Fault(prefix + finding.fact(), finding.sentence());
        }
        boolean missing = finding.rule().equals(RegisterRule.REQUIRED.name());
        String ask = fact.type() == FactType.CODE ? "请选择" : "请填写";
        return new Fault(prefix + fact.id(), missing ? ask + fact.label() : fact.label() + "：" + finding.sentence());
    }
}
