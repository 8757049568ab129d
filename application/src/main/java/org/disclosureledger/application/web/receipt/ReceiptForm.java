package org.disclosureledger.application.web.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.IdentityProof;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.WantedForm;
import org.jspecify.annotations.Nullable;

/** Asks what art. 29 and 31 want to know, in their order. Fields bear the names of the body's components. */
final class ReceiptForm {

    /** How many matters of one paper the page has room for. */
    static final int MATTERS = 5;

    private final Map<String, String> values;

    private ReceiptForm(Map<String, String> values) {
        this.values = values;
    }

    /** @param proposed the number that the request gets when none is typed */
    static EntryForm of(Map<String, String> values, String proposed) {
        ReceiptForm form = new ReceiptForm(values);
        return new EntryForm(List.of(form.arrival(proposed), form.applicant(), form.content(), form.matters()));
    }

    private Section arrival(String proposed) {
        return new Section(
                "收到",
                "收到之日决定答复期限（第三十一条）：当面提交的为提交之日；签收邮件为签收之日；平常信函、网络（含电子邮件）、传真为与申请人确认之日。",
                List.of(
                        field("receivedOn", "收到日期", Input.TYPED_DATE, true, "如 20240305、2024-3-5、2024年3月5日"),
                        choice("channel", "申请渠道", true, null, Channel.values()),
                        choice("postalService", "邮件种类", false, "邮寄的必填，其他渠道不填", PostalService.values()),
                        field("arrivedOn", "到达日期", Input.TYPED_DATE, false, "平常信函、网络、传真：到达与确认不在同一天的填写"),
                        field("registrationNumber", "登记编号", Input.TEXT, false, "不填则自动编为 " + proposed + "（当年的下一个）")));
    }

    private Section applicant() {
        return new Section(
                "申请人",
                "姓名或者名称、身份证明、联系方式（第二十九条第一项）。除申请人类型和身份证明以外，都加密保存。",
                List.of(
                        choice("applicantKind", "申请人类型", true, "法人或者其他组织按年度报告的五类填写", ApplicantKind.values()),
                        field("applicant", "申请人", Input.TEXT, true, "几个人共同申请的，填第一个"),
                        choice("identityProof", "身份证明", true, null, IdentityProof.values()),
                        field("identityNumber", "证件号码", Input.TEXT, false, "用来提示同一申请人的其他申请"),
                        field("contact", "联系方式", Input.TEXT, false, null),
                        field("address", "通信地址", Input.TEXT, false, null),
                        field("representative", "代理人", Input.TEXT, false, "代为申请的，写明姓名和授权情况"),
                        field("otherApplicants", "其他申请人", Input.TEXT, false, "几个人共同申请的填写")));
    }

    private Section content() {
        return new Section(
                "申请内容",
                "所申请的政府信息的名称、文号或者便于查询的其他特征性描述，要求的形式（第二十九条第二、三项）。",
                List.of(
                        field("content", "申请内容", Input.MULTILINE, false, "照申请书填写；加密保存"),
                        choice("wantedForm", "获取信息的形式", false, null, WantedForm.values()),
                        field("splitFrom", "由哪一件拆分而来", Input.TEXT, false, "同一份申请的另一件已经登记的，填它的登记编号"),
                        field("remark", "备注", Input.MULTILINE, false, "加密保存")));
    }

    private Section matters() {
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i <= MATTERS; i++) {
            fields.add(field("matters." + i, "第 " + i + " 件事项", Input.MULTILINE, false, null));
        }
        return new Section("一份申请含有几件事项", "互不相同、需要分别答复的，逐件填在这里，上面的“申请内容”不填。每件各有登记编号和期限，互相关联。", fields);
    }

    private Field field(String id, String label, Input input, boolean required, @Nullable String hint) {
        return new Field(id, label, input, required, false, hint, values.getOrDefault(id, ""), List.of());
    }

    private Field choice(String id, String label, boolean required, @Nullable String hint, Coded[] constants) {
        List<Choice> choices =
                Arrays.stream(constants).map(c -> new Choice(c.id(), c.label())).toList();
        return new Field(
                id,
                label,
                Input.SELECT,
                required,
                false,
                hint,
                values.getOrDefault(id, ""),
                List.of(new Group(null, choices)));
    }
}
