package org.disclosureledger.application.web.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.disclosureledger.application.attachment.CaseAttachment;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.fee.InformationFee;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/** What the events of a request say, in words; sealed texts are opened with the key of the case where it is there. */
final class RequestEventWords {

    private static final String REGULATION = "《政府信息公开条例》";

    private final EventLines lines;
    private final Function<AccountId, String> names;

    private RequestEventWords(EventLines lines, Function<AccountId, String> names) {
        this.lines = lines;
        this.names = names;
    }

    /**
     * An event in words.
     *
     * @param on legal date, null when it has none of its own
     * @param ground the article or notice behind the step, null for what the office merely notes
     */
    record Words(@Nullable LocalDate on, @Nullable String ground, List<String> details) {}

    /** @param names of the people of the organ, by account */
    static Words of(RequestEvent event, @Nullable CaseKey key, Function<AccountId, String> names) {
        return new RequestEventWords(new EventLines(key), names).words(event);
    }

    private Words words(RequestEvent event) {
        return switch (event) {
            case RequestEvent.RequestReceived e -> {
                lines.add("渠道", e.channel());
                lines.add("申请内容", "content", e.content());
                yield said(e.receivedOn(), "第三十一条");
            }
            case RequestEvent.ReceiptDocumented e -> {
                lines.add("到达之日", e.arrivedOn());
                lines.add("邮件种类", e.postalService());
                lines.add("身份证明", e.identityProof());
                lines.add("代理人", "representative", e.representative());
                lines.add("其他申请人", "otherApplicants", e.otherApplicants());
                lines.add("获取信息的形式", e.wantedForm());
                yield said(null, "第二十九条");
            }
            case RequestEvent.CorrectionRequested e -> {
                lines.add("补正期限", e.correctionDueOn());
                lines.add("需要补正的事项", "matters", e.matters());
                yield said(e.requestedOn(), "第三十条");
            }
            case RequestEvent.CorrectionReceived e -> said(e.receivedOn(), "第三十条");
            case RequestEvent.AnswerPeriodExtended e -> {
                lines.add("延长", e.days() == null ? null : e.days() + " 个工作日");
                lines.add("批准人", e.approvedBy());
                lines.add("理由", "reason", e.reason());
                yield said(e.notifiedOn(), "第三十三条");
            }
            case RequestEvent.ThirdPartyConsulted e -> {
                lines.add("第三方", "thirdParty", e.thirdParty());
                yield said(e.consultedOn(), "第三十二条");
            }
            case RequestEvent.ThirdPartyResponded e -> {
                lines.add("意见", e.opinion());
                yield said(e.respondedOn(), "第三十二条");
            }
            case RequestEvent.OrganConsulted e -> {
                lines.add("被征求意见的机关", e.consultedOrgan());
                yield said(e.consultedOn(), "第三十三条、第三十四条");
            }
            case RequestEvent.OrganResponded e -> {
                lines.add("意见", e.opinion());
                yield said(e.respondedOn(), "第三十四条");
            }
            case RequestEvent.FeeNotified e -> {
                lines.add("金额", yuan(e.fee()));
                lines.add("算式", explanation(e));
                yield new Words(e.notifiedOn(), "国办函〔2020〕109号第六条", lines.all());
            }
            case RequestEvent.FeePaid e -> {
                lines.add("金额", yuan(e.fee()));
                yield new Words(e.paidOn(), "国办函〔2020〕109号第七条", lines.all());
            }
            case RequestEvent.ReasonsRequested e -> said(e.requestedOn(), "第三十五条");
            case RequestEvent.ReasonsGiven e -> {
                lines.add("本机关认为", e.reasonable() ? "理由合理" : "理由不合理");
                yield said(e.givenOn(), "第三十五条");
            }
            case RequestEvent.LaterDateFixed e -> {
                lines.add("告知的最后答复日期", e.answerDueOn());
                yield said(e.fixedOn(), "第三十五条");
            }
            case RequestEvent.RequestDecided e -> {
                lines.add("处理结果", result(e.outcome()));
                lines.add("文号", e.documentNumber());
                yield said(e.decidedOn(), e.outcome().ground());
            }
            case RequestEvent.RequestDecidedAnew e -> {
                lines.add("处理结果", result(e.newOutcome()));
                lines.add("文号", e.documentNumber());
                yield said(e.redecidedOn(), e.newOutcome().ground());
            }
            case RequestEvent.DecisionReasoned e -> {
                lines.add("依据", e.ground());
                lines.add("获取方式", "meansOfAccess", e.meansOfAccess());
                lines.add("没有公开的内容", "withheld", e.withheld());
                lines.add("理由", "reasons", e.reasons());
                lines.add("负责公开的机关", e.otherOrgan());
                lines.add("联系方式", e.otherOrganContact());
                lines.add("终止的原因", e.endReason());
                yield said(null, "第三十六条、第三十七条");
            }
            case RequestEvent.DecisionDelivered e -> {
                lines.add("方式", e.deliveryMethod());
                yield said(e.deliveredOn(), "第三十六条");
            }
            case RequestEvent.RequestReopened e -> {
                lines.add("依据", e.reopeningGround());
                lines.add("重新答复的期限", e.answerDueOn());
                lines.add("理由", "reason", e.reason());
                yield new Words(e.reopenedOn(), null, lines.all());
            }
            case RequestEvent.HandlerAssigned e -> {
                lines.add("承办人", names.apply(e.handlerId()));
                lines.add("原承办人", e.previousId() == null ? null : names.apply(e.previousId()));
                lines.add("理由", "reason", e.reason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.HandlerReleased e -> {
                lines.add("原承办人", names.apply(e.previousId()));
                lines.add("理由", "reason", e.reason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.AnswerProposed e -> {
                lines.add("拟答复日期", e.answeredOn());
                lines.add("处理结果", result(e.outcome()));
                lines.add("文号", e.documentNumber());
                lines.add("依据", e.ground());
                lines.add("获取方式", "meansOfAccess", e.meansOfAccess());
                lines.add("没有公开的内容", "withheld", e.withheld());
                lines.add("理由", "reasons", e.reasons());
                lines.add("负责公开的机关", e.otherOrgan());
                lines.add("联系方式", e.otherOrganContact());
                lines.add("终止的原因", e.endReason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.ExtensionProposed e -> {
                lines.add("拟告知日期", e.notifiedOn());
                lines.add("延长", e.days() + " 个工作日");
                lines.add("批准人", e.approvedBy());
                lines.add("理由", "reason", e.reason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.ProposalApproved e -> {
                lines.add("提交人", e.proposedBy());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.ProposalReturned e -> {
                lines.add("退回的理由", "reason", e.reason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.ProposalWithdrawn ignored -> new Words(null, null, lines.all());
            case RequestEvent.LetterIssued e -> {
                lines.add("文书", LetterKind.of(e.letterKind()));
                lines.add("文号", e.letterNumber());
                yield new Words(e.letterOn(), null, lines.all());
            }
            case RequestEvent.LetterDelivered e -> {
                lines.add("文号", e.letterNumber());
                lines.add("方式", e.deliveryMethod());
                yield new Words(e.letterDeliveredOn(), null, lines.all());
            }
            case RequestEvent.AttachmentAdded e -> {
                lines.add("附件 " + e.attachment(), e.attachmentKind());
                lines.add("文件", "fileName", e.fileName());
                lines.add("大小", CaseAttachment.shownSize(e.size()));
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.AttachmentWithdrawn e -> {
                lines.add("附件", e.attachment());
                lines.add("理由", "reason", e.reason());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.DeadlineMoved e -> {
                lines.add("期限", DayWords.of(e.previousDueOn()) + " → " + DayWords.of(e.newDueOn()));
                lines.add("节假日安排", e.calendarNotice());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.RequestDetailRecorded e -> {
                lines.fact(e.fact(), e.value());
                yield new Words(null, null, lines.all());
            }
            case RequestEvent.RequestFactCorrected e -> {
                lines.correction(e.fact(), e.recorded(), e.corrected());
                lines.add("更正理由", e.reason());
                yield new Words(null, null, lines.all());
            }
        };
    }

    private Words said(@Nullable LocalDate on, String article) {
        return new Words(on, article.startsWith("第") ? REGULATION + article : article, lines.all());
    }

    private static String result(Outcome outcome) {
        return outcome.group().equals(outcome.label()) ? outcome.label() : outcome.group() + "：" + outcome.label();
    }

    private static @Nullable String yuan(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString() + " 元";
    }

    private static @Nullable String explanation(RequestEvent.FeeNotified e) {
        Integer quantity = e.quantity();
        if (e.basis() == null || quantity == null) {
            return null;
        }
        Integer before = e.before();
        return (e.basis() == FeeBasis.PER_ITEM
                        ? InformationFee.perItem(before == null ? 0 : before, quantity)
                        : InformationFee.perPage(quantity))
                .explanation();
    }
}
