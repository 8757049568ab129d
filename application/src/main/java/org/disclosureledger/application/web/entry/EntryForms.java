package org.disclosureledger.application.web.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.remedy.AppealFact;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;

/** Lays the facts of each register out as a form. */
public final class EntryForms {

    /** Name of the field for 备注, which is not a fact of the layout. */
    public static final String REMARK = "remark";

    private static final Map<Fact, String> HINTS = Map.ofEntries(
            Map.entry(RequestFact.REGISTRATION_NUMBER, "登记编号在本机关内不得重复，例如 2025-001"),
            Map.entry(RequestFact.RECEIVED_ON, "收到申请之日：当面提交的为提交之日，邮寄的为签收之日（《条例》第三十一条）"),
            Map.entry(RequestFact.APPLICANT_KIND, "法人或者其他组织按年度报告的五类填写"),
            Map.entry(RequestFact.APPLICANT, "申请人的姓名或者名称，加密保存"),
            Map.entry(RequestFact.IDENTITY_NUMBER, "加密保存"),
            Map.entry(RequestFact.CONTACT, "电话、电子邮箱等，加密保存"),
            Map.entry(RequestFact.ADDRESS, "加密保存"),
            Map.entry(RequestFact.CONTENT, "所申请的政府信息的名称、文号或者特征性描述，加密保存"),
            Map.entry(RequestFact.CORRECTION_REQUESTED_ON, "应在收到申请之日起 7 个工作日内告知（《条例》第三十条）"),
            Map.entry(RequestFact.CORRECTION_RECEIVED_ON, "收到补正之日，答复期限从此起算"),
            Map.entry(RequestFact.EXTENSION_NOTIFIED_ON, "延长不超过 20 个工作日（《条例》第三十三条）"),
            Map.entry(RequestFact.THIRD_PARTY_CONSULTED_ON, "征求第三方意见所需时间不计入答复期限（《条例》第三十二条）"),
            Map.entry(RequestFact.DECIDED_ON, "尚未答复的不填；填写时须同时选择处理结果"),
            Map.entry(RequestFact.OUTCOME, "每件申请只选一种结果；区分处理的选“部分公开”"),
            Map.entry(RemedyFact.CASE_NUMBER, "案件编号在本机关内不得重复"),
            Map.entry(RemedyFact.AFTER_RECONSIDERATION, "行政诉讼必填；行政复议不填"),
            Map.entry(RemedyFact.REGISTRATION_NUMBER, "案件所涉政府信息公开申请的登记编号，可以不填"),
            Map.entry(RemedyFact.CONCLUDED_ON, "尚未审结的不填；填写时须同时选择结果"),
            Map.entry(AppealFact.APPEALED_ON, "上诉、裁定发回重审或者再审的日期；判决书送达之日起 15 日内可以上诉（《行政诉讼法》第八十五条）"),
            Map.entry(AppealFact.INSTANCE_NUMBER, "该审级的案号，不与本案件其他审级相同"),
            Map.entry(AppealFact.BY_ORGAN, "上诉或者申请再审的是不是本机关，可以不填"),
            Map.entry(AppealFact.RULING, "撤回上诉、终止等为“其他”；登记后台账的审结日期和结果以它为准"),
            Map.entry(DocumentFact.DOCUMENT_NUMBER, "文号在本机关内不得重复"),
            Map.entry(DocumentFact.REPEALED_ON, "现行有效的不填"),
            Map.entry(TallyFact.YEAR, "四位数字，例如 2025"),
            Map.entry(TallyFact.AMOUNT, "处理决定填件数；收费填金额，单位万元，最多四位小数；没有发生的填 0"));

    private EntryForms() {}

    /**
     * @param values what the fields hold, by identifier
     * @param known whether the case is already recorded
     */
    public static EntryForm of(RegisterLayout register, Map<String, String> values, boolean known) {
        List<Section> sections = switch (register) {
            case REQUESTS -> requests(register, values, known);
            case REMEDIES ->
                List.of(
                        section(
                                "案件",
                                "",
                                register,
                                values,
                                known,
                                register.facts().subList(0, 5)),
                        section(
                                "审理结果",
                                "",
                                register,
                                values,
                                known,
                                register.facts().subList(5, 7)));
            case DOCUMENTS, TALLIES ->
                List.of(section(register.title(), "", register, values, known, register.facts()));
        };
        return new EntryForm(sections);
    }

    /** The fields of a step about a recorded case. */
    public static List<Field> fields(
            List<? extends Fact> facts, Predicate<? super Fact> required, Map<String, String> values) {
        return facts.stream()
                .map(f -> new Field(
                        f.id(),
                        f.label(),
                        input(f),
                        required.test(f),
                        false,
                        f == RemedyFact.CONCLUDED_ON ? null : HINTS.get(f),
                        values.getOrDefault(f.id(), ""),
                        f.type() == FactType.CODE ? groups(f) : List.of()))
                .toList();
    }

    private static List<Section> requests(RegisterLayout register, Map<String, String> values, boolean known) {
        List<Fact> facts = register.facts();
        int steps = facts.indexOf(RequestFact.CORRECTION_REQUESTED_ON);
        int answer = facts.indexOf(RequestFact.DECIDED_ON);
        Section last = section("答复", "尚未答复的，本部分可以全部不填。", register, values, known, facts.subList(answer, facts.size()));
        List<Field> fields = new ArrayList<>(last.fields());
        fields.add(new Field(
                REMARK,
                RegisterLayout.REMARK_HEADER,
                Input.MULTILINE,
                false,
                false,
                "加密保存",
                values.getOrDefault(REMARK, ""),
                List.of()));
        return List.of(
                section("申请", "", register, values, known, facts.subList(0, steps)),
                section("办理过程", "没有发生的不填。", register, values, known, facts.subList(steps, answer)),
                new Section(last.legend(), last.hint(), fields));
    }

    private static Section section(
            String legend,
            String hint,
            RegisterLayout register,
            Map<String, String> values,
            boolean known,
            List<? extends Fact> facts) {
        return new Section(
                legend,
                hint,
                facts.stream()
                        .map(f -> new Field(
                                f.id(),
                                f.label(),
                                input(f),
                                f.required(),
                                known && register.keyFacts().contains(f),
                                known && register.keyFacts().contains(f) ? "案件由它识别，不能更改" : HINTS.get(f),
                                shown(register, values, known, f),
                                f.type() == FactType.CODE ? groups(f) : List.of()))
                        .toList());
    }

    /** What identifies a known case is shown in words; everything else as it is chosen or typed. */
    private static String shown(RegisterLayout register, Map<String, String> values, boolean known, Fact fact) {
        String value = values.getOrDefault(fact.id(), "");
        boolean words = known && register.keyFacts().contains(fact) && !value.isEmpty();
        return words ? RegisterWords.shown(fact, value) : value;
    }

    private static Input input(Fact fact) {
        return switch (fact.type()) {
            case DATE -> Input.DATE;
            case CODE -> Input.SELECT;
            case YEAR, AMOUNT -> Input.NUMBER;
            case TEXT, SEALED -> fact == RequestFact.CONTENT ? Input.MULTILINE : Input.TEXT;
        };
    }

    private static List<Group> groups(Fact fact) {
        if (fact != RequestFact.OUTCOME) {
            List<Choice> choices = new ArrayList<>();
            RegisterWords.choices(fact).forEach((id, label) -> choices.add(new Choice(id, label)));
            return List.of(new Group(null, choices));
        }
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            groups.computeIfAbsent(outcome.group(), g -> new ArrayList<>())
                    .add(new Choice(outcome.id(), outcome.label()));
        }
        List<Group> answer = new ArrayList<>();
        groups.forEach((label, choices) -> answer.add(
                choices.size() == 1 && choices.get(0).label().equals(label)
                        ? new Group(null, choices)
                        : new Group(label, choices)));
        return answer;
    }
}
