package org.disclosureledger.domain.letter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The letters that an organ writes about a request: those of the procedure (Regulation art. 30 to 35, 国办函〔2020〕109号
 * art. 6), and one answer for each result.
 */
public enum LetterKind implements Coded {
    RECEIPT("receipt", "登记回执"),
    CORRECTION_NOTICE("correctionNotice", "补正告知书"),
    EXTENSION_NOTICE("extensionNotice", "延期答复告知书"),
    THIRD_PARTY_CONSULTATION("thirdPartyConsultation", "第三方意见征求书"),
    ORGAN_CONSULTATION("organConsultation", "征求意见函（其他机关）"),
    FEE_NOTICE("feeNotice", "收费通知书"),
    REASONS_NOTICE("reasonsNotice", "说明理由告知书"),
    LATER_DATE_NOTICE("laterDateNotice", "延迟答复告知书"),
    ANSWER_GRANTED(Outcome.GRANTED, "予以公开告知书"),
    ANSWER_PARTIALLY_GRANTED(Outcome.PARTIALLY_GRANTED, "部分公开告知书"),
    ANSWER_STATE_SECRET(Outcome.REFUSED_STATE_SECRET, "不予公开告知书（国家秘密）"),
    ANSWER_OTHER_LAW_PROHIBITS(Outcome.REFUSED_OTHER_LAW_PROHIBITS, "不予公开告知书（法律、行政法规禁止公开）"),
    ANSWER_THREE_SECURITIES_ONE_STABILITY(Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY, "不予公开告知书（危及“三安全一稳定”）"),
    ANSWER_THIRD_PARTY_RIGHTS(Outcome.REFUSED_THIRD_PARTY_RIGHTS, "不予公开告知书（第三方合法权益）"),
    ANSWER_INTERNAL_AFFAIRS(Outcome.REFUSED_INTERNAL_AFFAIRS, "不予公开告知书（内部事务信息）"),
    ANSWER_PROCESS_INFORMATION(Outcome.REFUSED_PROCESS_INFORMATION, "不予公开告知书（过程性信息）"),
    ANSWER_LAW_ENFORCEMENT_FILE(Outcome.REFUSED_LAW_ENFORCEMENT_FILE, "不予公开告知书（行政执法案卷）"),
    ANSWER_ADMINISTRATIVE_QUERY(Outcome.REFUSED_ADMINISTRATIVE_QUERY, "不予公开告知书（行政查询事项）"),
    ANSWER_NOT_HELD(Outcome.UNAVAILABLE_NOT_HELD, "无法提供告知书（不存在或者非本机关掌握）"),
    ANSWER_NEEDS_CREATION(Outcome.UNAVAILABLE_NEEDS_CREATION, "无法提供告知书（需要另行制作）"),
    ANSWER_STILL_UNCLEAR(Outcome.UNAVAILABLE_STILL_UNCLEAR, "无法提供告知书（补正后仍不明确）"),
    ANSWER_PETITION(Outcome.NOT_PROCESSED_PETITION, "不予处理告知书（信访、投诉、举报）"),
    ANSWER_REPEATED(Outcome.NOT_PROCESSED_REPEATED, "不予处理告知书（重复申请）"),
    ANSWER_PUBLICATIONS(Outcome.NOT_PROCESSED_PUBLICATIONS, "不予处理告知书（公开出版物）"),
    ANSWER_EXCESSIVE(Outcome.NOT_PROCESSED_EXCESSIVE, "不予处理告知书（大量反复申请）"),
    ANSWER_REISSUE(Outcome.NOT_PROCESSED_REISSUE, "不予处理告知书（确认或者重新出具）"),
    ANSWER_CORRECTION_OVERDUE(Outcome.OTHER_CORRECTION_OVERDUE, "不再处理告知书（逾期不补正）"),
    ANSWER_FEE_UNPAID(Outcome.OTHER_FEE_UNPAID, "不再处理告知书（逾期未缴费）"),
    ANSWER_OTHER(Outcome.OTHER_OTHER, "终止办理告知书");

    private static final Map<String, LetterKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LetterKind::id, Function.identity()));

    private static final Map<Outcome, LetterKind> BY_OUTCOME = Arrays.stream(Outcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), o -> of("answer." + o.id())));

    private final String id;
    private final String label;
    private final @Nullable Outcome outcome;

    LetterKind(String id, String label) {
        this.id = id;
        this.label = label;
        this.outcome = null;
    }

    LetterKind(Outcome outcome, String label) {
        this.id = "answer." + outcome.id();
        this.label = label;
        this.outcome = outcome;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static LetterKind of(String id) {
        LetterKind found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown LetterKind: " + id);
        }
        return found;
    }

    /** The letter that tells the applicant of this result. */
    public static LetterKind answering(Outcome outcome) {
        LetterKind found = BY_OUTCOME.get(outcome);
        if (found == null) {
            throw new IllegalStateException("no letter for " + outcome);
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

    /** The result that it tells; null for letters of the procedure. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    public boolean isAnswer() {
        return outcome != null;
    }
}
