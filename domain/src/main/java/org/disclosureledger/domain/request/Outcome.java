package org.disclosureledger.domain.request;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** The one result of a request: the 21 rows of table 三(一) to (六) of form 国办公开办函〔2021〕30号, each with the article of the Regulation that it rests on. Withdrawn requests are {@link #OTHER_OTHER}. */
public enum Outcome implements Coded {
    GRANTED("granted", "予以公开", "予以公开", "第三十六条第一、二项"),
    PARTIALLY_GRANTED("partiallyGranted", "部分公开", "部分公开", "第三十七条"),
    REFUSED_STATE_SECRET("refused.stateSecret", "属于国家秘密", "不予公开", "第十四条"),
    REFUSED_OTHER_LAW_PROHIBITS("refused.otherLawProhibits", "其他法律行政法规禁止公开", "不予公开", "第十四条"),
    REFUSED_THREE_SECURITIES_ONE_STABILITY("refused.threeSecuritiesOneStability", "危及“三安全一稳定”", "不予公开", "第十四条"),
    REFUSED_THIRD_PARTY_RIGHTS("refused.thirdPartyRights", "保护第三方合法权益", "不予公开", "第十五条、第三十二条"),
    REFUSED_INTERNAL_AFFAIRS("refused.internalAffairs", "属于三类内部事务信息", "不予公开", "第十六条第一款"),
    REFUSED_PROCESS_INFORMATION("refused.processInformation", "属于四类过程性信息", "不予公开", "第十六条第二款"),
    REFUSED_LAW_ENFORCEMENT_FILE("refused.lawEnforcementFile", "属于行政执法案卷", "不予公开", "第十六条第二款"),
    REFUSED_ADMINISTRATIVE_QUERY("refused.administrativeQuery", "属于行政查询事项", "不予公开", "第三十六条第七项"),
    UNAVAILABLE_NOT_HELD("unavailable.notHeld", "本机关不掌握相关政府信息", "无法提供", "第三十六条第四、五项"),
    UNAVAILABLE_NEEDS_CREATION("unavailable.needsCreation", "没有现成信息需要另行制作", "无法提供", "第三十八条"),
    UNAVAILABLE_STILL_UNCLEAR("unavailable.stillUnclear", "补正后申请内容仍不明确", "无法提供", "第三十条"),
    NOT_PROCESSED_PETITION("notProcessed.petition", "信访举报投诉类申请", "不予处理", "第三十九条第一款"),
    NOT_PROCESSED_REPEATED("notProcessed.repeated", "重复申请", "不予处理", "第三十六条第六项"),
    NOT_PROCESSED_PUBLICATIONS("notProcessed.publications", "要求提供公开出版物", "不予处理", "第三十九条第二款"),
    NOT_PROCESSED_EXCESSIVE("notProcessed.excessive", "无正当理由大量反复申请", "不予处理", "第三十五条"),
    NOT_PROCESSED_REISSUE("notProcessed.reissue", "要求行政机关确认或重新出具已获取信息", "不予处理", "国办公开办函〔2021〕30号"),
    OTHER_CORRECTION_OVERDUE("other.correctionOverdue", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "其他处理", "第三十条"),
    OTHER_FEE_UNPAID("other.feeUnpaid", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "其他处理", "国办函〔2020〕109号第六条"),
    OTHER_OTHER("other.other", "其他", "其他处理", "国办公开办函〔2021〕30号");

    private static final Map<String, Outcome> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Outcome::id, v -> v));

    private final String id;
    private final String label;
    private final String group;
    private final String ground;

    Outcome(String id, String label, String group, String ground) {
        this.id = id;
        this.label = label;
        this.group = group;
        this.ground = ground;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static Outcome of(String id) {
        Outcome found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown Outcome: " + id);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    public String group() {
        return group;
    }

    public String ground() {
        return ground;
    }
}
