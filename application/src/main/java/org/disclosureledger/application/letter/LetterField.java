package org.disclosureledger.application.letter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.Outcome;

/**
 * What a template can leave to be filled in: <code>{{申请人}}</code> in Word. A letter that requires a field is not
 * complete without it, neither the template nor the letter; docs/letters.md lists them for the offices.
 */
@SuppressWarnings("ImmutableEnumChecker") // The sets are made here and never handed out.
public enum LetterField {
    ORGAN_NAME("机关名称", "发出文书的机关", "清河镇人民政府", LetterKinds.ALL),
    LETTER_NUMBER("文号", "本文书的文号；没有编文号的空着", "清政公开〔2025〕12号", LetterKinds.none(), LetterKinds.ALL),
    REGISTRATION_NUMBER("登记编号", "申请在台账里的登记编号", "2025-012", LetterKinds.ALL),
    APPLICANT("申请人", "申请人的姓名或者名称；征求意见的文书里不能用，不向被征求的人透露", "张某", LetterKinds.TO_APPLICANT),
    RECEIVED_ON("收到日期", "收到申请的法定日期", "2025年3月5日", LetterKinds.TO_APPLICANT, LetterKinds.CONSULTATIONS),
    CHANNEL("申请渠道", "申请是怎样收到的", "当面", LetterKinds.only(LetterKind.RECEIPT)),
    REQUEST_CONTENT("申请内容", "申请公开的内容", "清河镇2024年农村道路养护工程的合同", LetterKinds.ALL),
    ANSWER_DUE_ON("答复期限", "最迟哪一天答复", "2025年4月2日", LetterKinds.only(LetterKind.RECEIPT)),
    CORRECTION_ITEMS(
            "补正事项",
            "需要补正的各项，一项一行",
            "1.说明所需合同的工程名称或者签订时间；\n2.说明获取信息的方式。",
            LetterKinds.only(LetterKind.CORRECTION_NOTICE)),
    CORRECTION_PERIOD("补正期限", "在什么期限内补正", "收到本告知书之日起15个工作日内", LetterKinds.only(LetterKind.CORRECTION_NOTICE)),
    EXTENSION_REASON("延期理由", "为什么不能在期限内答复", "所申请的信息数量较多，需要逐件核对", LetterKinds.only(LetterKind.EXTENSION_NOTICE)),
    EXTENDED_TO(
            "延期至",
            "延长或者推迟以后，最迟哪一天答复",
            "2025年4月30日",
            LetterKinds.only(LetterKind.EXTENSION_NOTICE, LetterKind.LATER_DATE_NOTICE)),
    THIRD_PARTY("第三方", "被征求意见的第三方", "清河某路桥有限公司", LetterKinds.only(LetterKind.THIRD_PARTY_CONSULTATION)),
    CONSULTED_ORGAN("被征求机关", "被征求意见的其他机关", "清河县交通运输局", LetterKinds.only(LetterKind.ORGAN_CONSULTATION)),
    COMMENT_PERIOD("意见期限", "在什么期限内提出意见", "收到本文书之日起15个工作日内", LetterKinds.CONSULTATIONS),
    FEE_STANDARD("收费标准", "按件还是按量计收，各档的标准", "按量计收：1至30页不收费，31至100页每页10元", LetterKinds.only(LetterKind.FEE_NOTICE)),
    FEE_QUANTITY("计费数量", "几件或者几页", "68页", LetterKinds.only(LetterKind.FEE_NOTICE)),
    AMOUNT_DUE("应缴金额", "应当缴纳多少", "380元", LetterKinds.only(LetterKind.FEE_NOTICE)),
    PAYMENT_METHOD("缴费方式", "怎样缴、缴到哪里", "凭本通知书到清河镇便民服务中心非税收入窗口缴纳", LetterKinds.only(LetterKind.FEE_NOTICE)),
    PAYMENT_PERIOD("缴费期限", "在什么期限内缴纳", "收到本通知书次日起20个工作日内", LetterKinds.only(LetterKind.FEE_NOTICE)),
    REASONS_PERIOD("说明期限", "在什么期限内说明理由", "收到本告知书之日起10个工作日内", LetterKinds.only(LetterKind.REASONS_NOTICE)),
    RESULT("处理结果", "统计表里的处理结果", "予以公开", LetterKinds.none(), LetterKinds.ANSWERS),
    GROUND("依据", "所依据的条文，连同法规名称", "《中华人民共和国政府信息公开条例》第三十六条第（二）项", LetterKinds.ANSWERS),
    REASON(
            "理由",
            "作出这个处理的事实和理由，写成完整的句子",
            "此处写明查明的事实和理由。",
            LetterKinds.and(
                    LetterKinds.answersWithout(Outcome.GRANTED),
                    LetterKind.REASONS_NOTICE,
                    LetterKind.LATER_DATE_NOTICE),
            LetterKinds.and(LetterKinds.CONSULTATIONS, LetterKind.ANSWER_GRANTED)),
    DISCLOSURE_FORM(
            "公开方式",
            "以什么方式公开",
            "通过电子邮件发送电子文本",
            LetterKinds.only(LetterKind.ANSWER_GRANTED, LetterKind.ANSWER_PARTIALLY_GRANTED)),
    ACCESS(
            "获取途径",
            "到哪里、怎样获取信息，或者通过什么渠道提出",
            "清河镇人民政府网站“政府信息公开”栏目",
            LetterKinds.none(),
            EnumSet.of(
                    LetterKind.ANSWER_GRANTED,
                    LetterKind.ANSWER_PARTIALLY_GRANTED,
                    LetterKind.ANSWER_ADMINISTRATIVE_QUERY,
                    LetterKind.ANSWER_PETITION,
                    LetterKind.ANSWER_PUBLICATIONS)),
    OTHER_ORGAN_NAME(
            "其他机关名称",
            "负责公开或者办理的机关",
            "清河县自然资源局",
            LetterKinds.none(),
            EnumSet.of(LetterKind.ANSWER_ADMINISTRATIVE_QUERY, LetterKind.ANSWER_NOT_HELD, LetterKind.ANSWER_PETITION)),
    OTHER_ORGAN_CONTACT(
            "其他机关联系方式",
            "上述机关的联系方式",
            "清河县人民路1号，0000-0000000",
            LetterKinds.none(),
            EnumSet.of(LetterKind.ANSWER_ADMINISTRATIVE_QUERY, LetterKind.ANSWER_NOT_HELD, LetterKind.ANSWER_PETITION)),
    SEPARATED("区分内容", "哪些内容不予公开", "合同第六条中的银行账号和第三方联系人的姓名、电话", LetterKinds.only(LetterKind.ANSWER_PARTIALLY_GRANTED)),
    REMEDIES("救济告知", "申请行政复议、提起行政诉讼的途径和期限，按处理结果和出具日期写成", "如对本告知书不服，可以……", LetterKinds.ANSWERS),
    ORGAN_CONTACT("机关联系方式", "本机关的联系人、电话或者地址", "政府信息公开办公室，0000-0000000", LetterKinds.none(), LetterKinds.ALL),
    ISSUED_ON("出具日期", "文书落款的日期", "2025年3月20日", LetterKinds.ALL),
    LEDGER_NUMBER("台账编号", "登记本文书所告知事项的那条记录在公开台账里的编号", "18231", LetterKinds.none(), LetterKinds.ALL),
    LEDGER_HASH(
            "校验值",
            "上述记录的校验值，连同算法",
            "SM3 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            LetterKinds.none(),
            LetterKinds.ALL);

    private final String id;
    private final String description;
    private final String example;
    private final Set<LetterKind> required;
    private final Set<LetterKind> optional;

    LetterField(String id, String description, String example, Set<LetterKind> required) {
        this(id, description, example, required, LetterKinds.none());
    }

    LetterField(String id, String description, String example, Set<LetterKind> required, Set<LetterKind> optional) {
        this.id = id;
        this.description = description;
        this.example = example;
        this.required = required;
        this.optional = optional;
    }

    static Optional<LetterField> named(String name) {
        return Arrays.stream(values()).filter(field -> field.id.equals(name)).findFirst();
    }

    static List<LetterField> requiredIn(LetterKind kind) {
        return Arrays.stream(values()).filter(field -> field.isRequiredIn(kind)).toList();
    }

    static List<LetterField> usableIn(LetterKind kind) {
        return Arrays.stream(values()).filter(field -> field.isUsableIn(kind)).toList();
    }

    /** As an office writes it between the braces. */
    public String id() {
        return id;
    }

    public String description() {
        return description;
    }

    /** Invented; what an answer tells of its own result is in {@link LetterExamples}. */
    public String example() {
        return example;
    }

    public boolean isRequiredIn(LetterKind kind) {
        return required.contains(kind);
    }

    public boolean isUsableIn(LetterKind kind) {
        return required.contains(kind) || optional.contains(kind);
    }

    /** The letters that must have it, in words; empty when none must. */
    public String requiredWords() {
        return LetterKinds.words(required);
    }

    /** The letters that may have it, in words; empty when there are no others. */
    public String optionalWords() {
        return LetterKinds.words(optional);
    }

    /** The letters that can have it, in words. */
    String usableWords() {
        Set<LetterKind> usable = EnumSet.copyOf(required);
        usable.addAll(optional);
        return LetterKinds.words(usable);
    }

    /** As it stands in a template. */
    public String placeholder() {
        return "{{" + id + "}}";
    }
}
