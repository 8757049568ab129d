package org.disclosureledger.domain.request;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.DecisionQuestion.Found;
import org.disclosureledger.domain.request.DecisionQuestion.Next;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Ask;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Conclude;
import org.disclosureledger.domain.request.DecisionQuestion.Option;
import org.disclosureledger.domain.request.DecisionQuestion.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The questions that lead to exactly one of the 21 results, in the order in which the Regulation lets them be asked:
 * whether it is handled as a request at all (art. 2, 35, 36(6), 39), whether it is clear and paid for (art. 30, 42),
 * whether the organ has what is asked for (art. 10, 36, 38), whether it may be disclosed (art. 14 to 16), and whether what
 * may not can be separated (art. 37). Every option leads to a later question or to a result.
 */
public final class DecisionQuestions {

    private static final String REGULATION = "《政府信息公开条例》";
    private static final String FORM = "国办公开办函〔2021〕30号";
    private static final String FEE_NOTICE = "国办函〔2020〕109号第六条";

    static final String ENDED = "ended";
    static final String WANTED = "wanted";
    static final String BEFORE = "before";
    static final String CLEAR = "clear";
    static final String FEE = "fee";
    static final String HELD = "held";
    static final String ACCESS = "access";
    static final String PROHIBITED = "prohibited";
    static final String THIRD_PARTY = "thirdParty";
    static final String MAY_WITHHOLD = "mayWithhold";
    private static final String SEPARABLE = "separable.";

    private static final Map<String, DecisionQuestion> ALL = new LinkedHashMap<>();

    static {
        List<DecisionQuestion> questions = new ArrayList<>(List.of(
                ended(), wanted(), before(), clear(), fee(), held(), access(), prohibited(), thirdParty(), internal()));
        for (Outcome withheld : List.of(
                Outcome.REFUSED_STATE_SECRET,
                Outcome.REFUSED_OTHER_LAW_PROHIBITS,
                Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
                Outcome.REFUSED_THIRD_PARTY_RIGHTS,
                Outcome.REFUSED_INTERNAL_AFFAIRS,
                Outcome.REFUSED_PROCESS_INFORMATION,
                Outcome.REFUSED_LAW_ENFORCEMENT_FILE)) {
            questions.add(separating(withheld));
        }
        questions.forEach(q -> ALL.put(q.id(), q));
    }

    private DecisionQuestions() {}

    /** All questions, in the order of the law. */
    public static List<DecisionQuestion> all() {
        return List.copyOf(ALL.values());
    }

    static DecisionQuestion first() {
        return get(ENDED);
    }

    static DecisionQuestion get(String id) {
        return requireNonNull(ALL.get(id), id);
    }

    /** Articles of the Regulation with its name before them; a notice as it is. */
    static String ground(List<String> articles) {
        String joined = String.join("、", articles);
        return joined.startsWith("第") ? REGULATION + joined : joined;
    }

    /** Where an option leads that finds something that this result keeps back. */
    static Next separable(Outcome withheld) {
        return new Ask(SEPARABLE + withheld.id());
    }

    private static DecisionQuestion ended() {
        return new DecisionQuestion(
                ENDED,
                Stage.ENDED,
                "申请是否因撤回等原因终止？",
                List.of("不再需要对申请的内容作出答复的，记为“其他处理：其他”，写明终止的原因。"),
                FORM,
                List.of(
                        on("没有终止，继续办理", WANTED),
                        ends("申请人撤回申请", EndReason.WITHDRAWN, "申请人撤回了申请。"),
                        ends("申请人死亡或者终止", EndReason.DIED, "申请人已经死亡或者终止。"),
                        ends("与另一件申请合并办理", EndReason.JOINED, "本件与另一件申请合并办理。"),
                        ends("因其他情形终止", EndReason.OTHER, "申请因其他情形终止办理。")));
    }

    private static DecisionQuestion wanted() {
        return new DecisionQuestion(
                WANTED,
                Stage.SCOPE,
                "申请要求的是什么？",
                List.of("政府信息是行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息。"),
                REGULATION + "第二条、第三十九条",
                List.of(
                        on("获取政府信息", BEFORE),
                        result(
                                "信访、投诉、举报等事项",
                                "告知不作为政府信息公开申请处理，可以告知通过相应渠道提出",
                                Outcome.NOT_PROCESSED_PETITION,
                                "第三十九条第一款",
                                "申请是以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理。"),
                        result(
                                "政府公报、报刊、书籍等公开出版物",
                                "可以告知获取的途径",
                                Outcome.NOT_PROCESSED_PUBLICATIONS,
                                "第三十九条第二款",
                                "申请的内容是要求提供公开出版物。"),
                        result(
                                "确认或者重新出具已经获取的信息",
                                null,
                                Outcome.NOT_PROCESSED_REISSUE,
                                FORM,
                                "申请的内容是要求行政机关确认或者重新出具已经获取的信息。"),
                        new Option(
                                "以上都不是，例如咨询",
                                "记为“其他处理：其他”",
                                new Found(FORM, "申请的内容不是要求获取政府信息。"),
                                new Conclude(Outcome.OTHER_OTHER, EndReason.OTHER))));
    }

    private static DecisionQuestion before() {
        return new DecisionQuestion(
                BEFORE,
                Stage.SCOPE,
                "是不是重复申请，或者数量、频次明显超过合理范围？",
                List.of("数量、频次明显超过合理范围的，可以要求申请人说明理由；理由合理的继续办理，不能按期答复的可以确定延迟答复的合理期限。"),
                REGULATION + "第三十五条、第三十六条第六项",
                List.of(
                        on("都不是，或者申请理由合理", CLEAR),
                        result(
                                "重复申请：本机关已经就同一申请人的相同申请作出答复",
                                "告知不予重复处理",
                                Outcome.NOT_PROCESSED_REPEATED,
                                "第三十六条第六项",
                                "本机关已就申请人提出的政府信息公开申请作出答复，申请人重复申请公开相同的政府信息。"),
                        result(
                                "明显超过合理范围，申请理由不合理",
                                "应先要求说明理由，再告知不予处理",
                                Outcome.NOT_PROCESSED_EXCESSIVE,
                                "第三十五条",
                                "申请公开政府信息的数量、频次明显超过合理范围，申请理由不合理。")));
    }

    private static DecisionQuestion clear() {
        return new DecisionQuestion(
                CLEAR,
                Stage.ABANDONED,
                "申请内容是否明确？",
                List.of("申请应当写明政府信息的名称、文号或者便于查询的其他特征性描述（第二十九条）。不明确的，自收到申请之日起 7 个工作日内一次性告知补正。"),
                REGULATION + "第三十条",
                List.of(
                        on("明确，包括补正以后明确", FEE),
                        result(
                                "不明确，补正以后仍不明确",
                                "应先告知补正并收到补正",
                                Outcome.UNAVAILABLE_STILL_UNCLEAR,
                                "第三十条",
                                "经告知补正，申请内容仍不明确。"),
                        result(
                                "申请人无正当理由逾期不补正",
                                "视为放弃申请，不再处理",
                                Outcome.OTHER_CORRECTION_OVERDUE,
                                "第三十条",
                                "经告知补正，申请人无正当理由逾期不补正，视为放弃申请。")));
    }

    private static DecisionQuestion fee() {
        return new DecisionQuestion(
                FEE,
                Stage.ABANDONED,
                "通知缴纳的信息处理费是否已经缴纳？",
                List.of("申请人应当自收到收费通知次日起 20 个工作日内缴纳，逾期未缴纳的视为放弃申请，不再处理。"),
                FEE_NOTICE,
                List.of(
                        on("没有收费，或者已经缴纳", HELD),
                        result(
                                "逾期没有缴纳",
                                "视为放弃申请，不再处理",
                                Outcome.OTHER_FEE_UNPAID,
                                FEE_NOTICE,
                                "申请人逾期未按收费通知要求缴纳信息处理费，视为放弃申请。")));
    }

    private static DecisionQuestion held() {
        return new DecisionQuestion(
                HELD,
                Stage.HELD,
                "本机关有没有所申请公开的信息？",
                List.of("行政机关制作的，由制作的机关负责公开；从公民、法人和其他组织获取的，由保存的机关负责公开；从其他行政机关获取的，由制作或者最初获取的机关负责公开；"
                        + "共同制作的，由牵头制作的机关负责公开。"),
                REGULATION + "第十条、第三十六条第四、五项、第三十八条",
                List.of(
                        on("有，由本机关负责公开", ACCESS),
                        result(
                                "不属于本机关负责公开",
                                "能够确定负责公开的机关的，告知其名称、联系方式",
                                Outcome.UNAVAILABLE_NOT_HELD,
                                "第三十六条第五项",
                                "所申请公开的信息不属于本机关负责公开。"),
                        result(
                                "经检索没有，信息不存在",
                                null,
                                Outcome.UNAVAILABLE_NOT_HELD,
                                "第三十六条第四项",
                                "经检索，没有所申请公开的信息，该政府信息不存在。"),
                        result(
                                "没有现成的信息，需要加工、分析或者另行制作",
                                "向申请人提供的，应当是已制作或者获取的政府信息",
                                Outcome.UNAVAILABLE_NEEDS_CREATION,
                                "第三十八条",
                                "没有现成的信息，需要对现有政府信息进行加工、分析或者另行制作。")));
    }

    private static DecisionQuestion access() {
        return new DecisionQuestion(
                ACCESS,
                Stage.DISCLOSABLE,
                "这一信息是否已经主动公开，或者法律对获取另有规定？",
                List.of("已经主动公开的，告知获取的方式、途径；有关法律、行政法规对获取有特别规定的，告知依照其规定办理。"),
                REGULATION + "第三十六条第一、七项",
                List.of(
                        on("都不是，由本机关审查能否公开", PROHIBITED),
                        result("已经主动公开", null, Outcome.GRANTED, "第三十六条第一项", "所申请公开的信息已经主动公开。"),
                        result(
                                "工商、不动产登记资料等，获取另有特别规定",
                                "行政查询事项",
                                Outcome.REFUSED_ADMINISTRATIVE_QUERY,
                                "第三十六条第七项",
                                "所申请公开的信息，有关法律、行政法规对获取有特别规定，应当依照其规定办理。")));
    }

    private static DecisionQuestion prohibited() {
        return new DecisionQuestion(
                PROHIBITED,
                Stage.DISCLOSABLE,
                "有没有应当保密或者禁止公开的内容？",
                List.of("这些内容不予公开。不能确定的，依照法律、法规和国家有关规定报有关主管部门或者保密行政管理部门确定（第十七条）。"),
                REGULATION + "第十四条",
                List.of(
                        on("没有", THIRD_PARTY),
                        withheld("有，依法确定为国家秘密", null, Outcome.REFUSED_STATE_SECRET, "第十四条", "所申请公开的信息中有依法确定为国家秘密的内容。"),
                        withheld(
                                "有，其他法律、行政法规禁止公开",
                                null,
                                Outcome.REFUSED_OTHER_LAW_PROHIBITS,
                                "第十四条",
                                "所申请公开的信息中有法律、行政法规禁止公开的内容。"),
                        withheld(
                                "有，公开后可能危及国家安全、公共安全、经济安全、社会稳定",
                                null,
                                Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
                                "第十四条",
                                "所申请公开的信息中有公开后可能危及国家安全、公共安全、经济安全、社会稳定的内容。")));
    }

    private static DecisionQuestion thirdParty() {
        return new DecisionQuestion(
                THIRD_PARTY,
                Stage.DISCLOSABLE,
                "公开会不会损害第三方的合法权益？",
                List.of("涉及商业秘密、个人隐私等的，应当书面征求第三方的意见。第三方逾期未提出意见的，由本机关决定是否公开；不同意公开且有合理理由的，不予公开。"),
                REGULATION + "第十五条、第三十二条",
                List.of(
                        on("不会，或者第三方同意公开", MAY_WITHHOLD),
                        new Option(
                                "会，但不公开会对公共利益造成重大影响",
                                "可以决定公开，将公开的内容和理由书面告知第三方",
                                new Found("第十五条、第三十二条", "公开涉及第三方合法权益，但不公开会对公共利益造成重大影响，决定予以公开。"),
                                new Ask(MAY_WITHHOLD)),
                        withheld(
                                "会，不应当公开",
                                null,
                                Outcome.REFUSED_THIRD_PARTY_RIGHTS,
                                "第十五条、第三十二条",
                                "所申请公开的信息中有涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的内容。")));
    }

    private static DecisionQuestion internal() {
        return new DecisionQuestion(
                MAY_WITHHOLD,
                Stage.DISCLOSABLE,
                "有没有可以不予公开、本机关决定不公开的内容？",
                List.of("这些内容可以不予公开；法律、法规、规章规定应当公开的，从其规定。"),
                REGULATION + "第十六条",
                List.of(
                        result("没有，可以公开", "向申请人提供，或者告知获取的方式、途径和时间", Outcome.GRANTED, "第三十六条第二项", "所申请公开的信息可以公开。"),
                        withheld(
                                "有，内部事务信息",
                                "人事管理、后勤管理、内部工作流程等方面的信息",
                                Outcome.REFUSED_INTERNAL_AFFAIRS,
                                "第十六条第一款",
                                "所申请公开的信息中有行政机关的内部事务信息。"),
                        withheld(
                                "有，过程性信息",
                                "讨论记录、过程稿、磋商信函、请示报告等",
                                Outcome.REFUSED_PROCESS_INFORMATION,
                                "第十六条第二款",
                                "所申请公开的信息中有行政机关在履行行政管理职能过程中形成的过程性信息。"),
                        withheld(
                                "有，行政执法案卷信息",
                                null,
                                Outcome.REFUSED_LAW_ENFORCEMENT_FILE,
                                "第十六条第二款",
                                "所申请公开的信息中有行政执法案卷信息。"),
                        result(
                                "可以公开，但含有不属于政府信息的内容，区分后提供",
                                null,
                                Outcome.PARTIALLY_GRANTED,
                                "第三十七条",
                                "所申请公开的信息中含有不属于政府信息的内容，作区分处理后提供。")));
    }

    private static DecisionQuestion separating(Outcome withheld) {
        return new DecisionQuestion(
                SEPARABLE + withheld.id(),
                Stage.SEPARABLE,
                "不应当公开的内容能否与其他内容区分？",
                List.of("能够作区分处理的，应当提供可以公开的内容，并对不予公开的内容说明理由。区分处理的只计“部分公开”，不计其他情形。"),
                REGULATION + "第三十七条",
                List.of(
                        result("能够区分，提供可以公开的内容", null, Outcome.PARTIALLY_GRANTED, "第三十七条", "能够作区分处理，提供可以公开的内容。"),
                        new Option("不能区分，或者全部不应当公开", null, null, new Conclude(withheld, null))));
    }

    private static Option on(String words, String question) {
        return new Option(words, null, null, new Ask(question));
    }

    private static Option ends(String words, EndReason reason, String sentence) {
        return new Option(words, null, new Found(FORM, sentence), new Conclude(Outcome.OTHER_OTHER, reason));
    }

    private static Option result(
            String words, @Nullable String hint, Outcome outcome, String article, String sentence) {
        return new Option(words, hint, new Found(article, sentence), new Conclude(outcome, null));
    }

    private static Option withheld(
            String words, @Nullable String hint, Outcome outcome, String article, String sentence) {
        return new Option(words, hint, new Found(article, sentence), separable(outcome));
    }
}
