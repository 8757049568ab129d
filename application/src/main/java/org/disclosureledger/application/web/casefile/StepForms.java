package org.disclosureledger.application.web.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.EndReason;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;

/** Lays each step out as a short form; fields bear the names of the components of the step's body. */
final class StepForms {

    private static final List<Choice> YES_OR_NO = List.of(new Choice("true", "理由合理"), new Choice("false", "理由不合理"));

    private static final String ANSWER = "答复的内容";

    private final Map<String, String> values;
    private final List<Field> fields = new ArrayList<>();

    private StepForms(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param values what the fields hold
     * @param consultations those that wait for an opinion, by their number
     */
    static EntryForm of(StepKind kind, Map<String, String> values, Map<Integer, String> consultations) {
        StepForms form = new StepForms(values);
        form.lay(kind, consultations);
        boolean answer = kind == StepKind.DECIDE || kind == StepKind.DECIDE_ANEW;
        return new EntryForm(List.of(new Section(answer ? ANSWER : "要登记的内容", "", form.fields)));
    }

    /** What an answer with this result says: no field that has no place in it. */
    static EntryForm of(GuidedAnswer guided, Map<String, String> values) {
        StepForms form = new StepForms(values);
        form.answer();
        return new EntryForm(List.of(new Section(
                ANSWER,
                "由所答的问题拟出的依据和理由可以修改；请补充具体的事实。",
                form.fields.stream()
                        .filter(f -> guided.tells(f.id()))
                        .map(f -> guided.advice().requires(f.id()) ? required(f) : f)
                        .toList())));
    }

    private static Field required(Field f) {
        return new Field(f.id(), f.label(), f.input(), true, f.fixed(), f.hint(), f.value(), f.groups());
    }

    private void lay(StepKind kind, Map<Integer, String> consultations) {
        switch (kind) {
            case ASK_FOR_CORRECTION -> {
                must("on", "告知日期", Input.DATE, null);
                must("correctionDueOn", "补正期限的最后一天", Input.DATE, "告知书上写明的、合理的期限");
                may("matters", "需要补正的事项", Input.MULTILINE, "逐项写明，一次告知；加密保存");
            }
            case TAKE_IN_CORRECTION -> must("on", "收到补正的日期", Input.DATE, "答复期限自次日起重新计算");
            case CONSULT_THIRD_PARTY -> {
                must("on", "征求意见的日期", Input.DATE, "第三方收到征求意见书的日期；不知道的，填发出的日期");
                may("thirdParty", "第三方的姓名或者名称", Input.TEXT, "加密保存");
            }
            case CONSULT_ORGAN -> {
                must("on", "征求意见的日期", Input.DATE, null);
                must("consultedOrgan", "被征求意见的机关", Input.TEXT, "写全称");
            }
            case TAKE_IN_OPINION -> {
                must("on", "收到意见的日期", Input.DATE, null);
                List<Choice> asked = new ArrayList<>();
                consultations.forEach((number, words) -> asked.add(new Choice(number.toString(), words)));
                choose("consultation", "是哪一次征求的意见", Input.RADIO, null, asked);
                choose("opinion", "意见", Input.RADIO, null, choices(Opinion.values()));
            }
            case EXTEND -> {
                must("on", "告知申请人的日期", Input.DATE, "应在答复期限届满以前告知");
                must("days", "延长的工作日数", Input.NUMBER, "1 至 20");
                must("approvedBy", "批准人", Input.TEXT, "政府信息公开工作机构负责人");
                may("reason", "延期的理由", Input.MULTILINE, "加密保存");
            }
            case ASK_FOR_REASONS -> must("on", "告知申请人的日期", Input.DATE, null);
            case TAKE_IN_REASONS -> {
                must("on", "收到理由的日期", Input.DATE, null);
                choose("reasonable", "本机关认为", Input.RADIO, null, YES_OR_NO);
            }
            case FIX_LATER_DATE -> {
                must("on", "告知申请人的日期", Input.DATE, null);
                must("answerDueOn", "告知的最后答复日期", Input.DATE, "应当晚于原来的期限");
            }
            case NOTIFY_FEE -> {
                must("on", "通知日期", Input.DATE, "应在答复期限内发出");
                choose("basis", "计收方式", Input.RADIO, "一件申请只用一种", choices(FeeBasis.values()));
                must("quantity", "本件的件数或者页数", Input.NUMBER, "按件的填件数，按量的填页数");
                may("before", "同一申请人本月以前的件数", Input.NUMBER, "按件计收时填写；按量的不填");
            }
            case TAKE_IN_PAYMENT -> {
                must("on", "缴费日期", Input.DATE, "答复期限自次日起重新计算");
                must("fee", "金额（元）", Input.NUMBER, null);
            }
            case DECIDE, DECIDE_ANEW -> answer();
            case DELIVER_ANSWER -> {
                must("on", "送达日期", Input.DATE, null);
                choose("method", "送达方式", Input.SELECT, null, choices(DeliveryMethod.values()));
            }
            case REOPEN -> {
                must("on", "日期", Input.DATE, "收到复议决定、裁判的日期，或者决定自行纠正的日期");
                choose("ground", "依据", Input.RADIO, null, choices(ReopeningGround.values()));
                may("remedy", "案件编号", Input.TEXT, "要求重新办理的复议、诉讼案件，先在复议诉讼台账中登记");
                may("answerDueOn", "重新答复的期限", Input.DATE, "决定或者裁判规定的；没有规定的不填，按 20 个工作日计算");
                may("reason", "理由", Input.MULTILINE, "自行纠正的必填；加密保存");
            }
        }
    }

    /** All but the result itself, which has a list of its own. */
    private void answer() {
        must("on", "答复日期", Input.DATE, "答复书上的日期");
        may("documentNumber", "答复文号", Input.TEXT, null);
        may("ground", "依据的条款", Input.TEXT, "例如 《政府信息公开条例》第十五条");
        may("meansOfAccess", "获取信息的方式、途径、时间", Input.MULTILINE, "已经公开的，写明在哪里公开；加密保存");
        may("withheld", "没有公开的内容", Input.MULTILINE, "部分公开的，写明区分处理后没有公开的是什么；加密保存");
        may("reasons", "理由", Input.MULTILINE, "加密保存");
        may("otherOrgan", "负责公开的机关", Input.TEXT, "不属于本机关负责公开的，能够确定的写明");
        may("otherOrganContact", "该机关的联系方式", Input.TEXT, "写了负责公开的机关，就要写联系方式");
        List<Choice> reasons = new ArrayList<>(choices(EndReason.values()));
        fields.add(new Field(
                "endReason",
                "终止的原因",
                Input.SELECT,
                false,
                false,
                "只用于“其他处理：其他”",
                value("endReason"),
                List.of(new Group(null, reasons))));
        may("joinedInto", "并入哪一件申请", Input.TEXT, "合并办理的，填那一件的登记编号");
    }

    private void must(String id, String label, Input input, @Nullable String hint) {
        fields.add(new Field(id, label, input, true, false, hint, value(id), List.of()));
    }

    private void may(String id, String label, Input input, @Nullable String hint) {
        fields.add(new Field(id, label, input, false, false, hint, value(id), List.of()));
    }

    private void choose(String id, String label, Input input, @Nullable String hint, List<Choice> choices) {
        fields.add(new Field(id, label, input, true, false, hint, value(id), List.of(new Group(null, choices))));
    }

    private String value(String id) {
        return values.getOrDefault(id, "");
    }

    static List<Choice> choices(Coded[] constants) {
        return Arrays.stream(constants).map(c -> new Choice(c.id(), c.label())).toList();
    }

    /** The values of a form by the names of its fields. */
    static Map<String, String> values(Map<String, List<String>> given) {
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, texts) -> values.put(name, texts.isEmpty() ? "" : texts.get(0)));
        return values;
    }
}
