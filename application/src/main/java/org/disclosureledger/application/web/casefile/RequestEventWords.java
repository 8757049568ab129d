package org.disclosureledger.application.web.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.fee.InformationFee;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.jspecify.annotations.Nullable;

/** What the events of a request say, in words; sealed texts are opened with the key of the case where it is there. */
final class RequestEventWords {

    private static final String REGULATION = "《政府信息公开条例》";
    private static final String SEALED = "（加密内容）";

    private final @Nullable CaseKey key;
    private final List<String> lines = new ArrayList<>();

    private RequestEventWords(@Nullable CaseKey key) {
        this.key = key;
    }

    /**
     * An event in words.
     *
     * @param on legal date, null when it has none of its own
     * @param ground the article or notice behind the step, null for what the office merely notes
     */
    record Words(@Nullable LocalDate on, @Nullable String ground, List<String> details) {}

    static Words of(RequestEvent event, @Nullable CaseKey key) {
        return new RequestEventWords(key).words(event);
    }

    private Words words(RequestEvent event) {
        return switch (event) {
            case RequestEvent.RequestReceived e -> {
                line("渠道", e.channel());
                line("申请内容", "content", e.content());
                yield said(e.receivedOn(), "第三十一条");
            }
            case RequestEvent.ReceiptDocumented e -> {
                line("到达之日", e.arrivedOn());
                line("邮件种类", e.postalService());
                line("身份证明", e.identityProof());
                line("代理人", "representative", e.representative());
                line("其他申请人", "otherApplicants", e.otherApplicants());
                line("获取信息的形式", e.wantedForm());
                yield said(null, "第二十九条");
            }
            case RequestEvent.CorrectionRequested e -> {
                line("补正期限", e.correctionDueOn());
                line("需要补正的事项", "matters", e.matters());
                yield said(e.requestedOn(), "第三十条");
            }
            case RequestEvent.CorrectionReceived e -> said(e.receivedOn(), "第三十条");
            case RequestEvent.AnswerPeriodExtended e -> {
                line("延长", e.days() == null ? null : e.days() + " 个工作日");
                line("批准人", e.approvedBy());
                line("理由", "reason", e.reason());
                yield said(e.notifiedOn(), "第三十三条");
            }
            case RequestEvent.ThirdPartyConsulted e -> {
                line("第三方", "thirdParty", e.thirdParty());
                yield said(e.consultedOn(), "第三十二条");
            }
            case RequestEvent.ThirdPartyResponded e -> {
                line("意见", e.opinion());
                yield said(e.respondedOn(), "第三十二条");
            }
            case RequestEvent.OrganConsulted e -> {
                line("被征求意见的机关", e.consultedOrgan());
                yield said(e.consultedOn(), "第三十三条、第三十四条");
            }
            case RequestEvent.OrganResponded e -> {
                line("意见", e.opinion());
                yield said(e.respondedOn(), "第三十四条");
            }
            case RequestEvent.FeeNotified e -> {
                line("金额", yuan(e.fee()));
                line("算式", explanation(e));
                yield new Words(e.notifiedOn(), "国办函〔2020〕109号第六条", lines);
            }
            case RequestEvent.FeePaid e -> {
                line("金额", yuan(e.fee()));
                yield new Words(e.paidOn(), "国办函〔2020〕109号第七条", lines);
            }
            case RequestEvent.ReasonsRequested e -> said(e.requestedOn(), "第三十五条");
            case RequestEvent.ReasonsGiven e -> {
                line("本机关认为", e.reasonable() ? "理由合理" : "理由不合理");
                yield said(e.givenOn(), "第三十五条");
            }
            case RequestEvent.LaterDateFixed e -> {
                line("告知的最后答复日期", e.answerDueOn());
                yield said(e.fixedOn(), "第三十五条");
            }
            case RequestEvent.RequestDecided e -> {
                line("处理结果", result(e.outcome()));
                line("文号", e.documentNumber());
                yield said(e.decidedOn(), e.outcome().ground());
            }
            case RequestEvent.RequestDecidedAnew e -> {
                line("处理结果", result(e.newOutcome()));
                line("文号", e.documentNumber());
                yield said(e.redecidedOn(), e.newOutcome().ground());
            }
            case RequestEvent.DecisionReasoned e -> {
                line("依据", e.ground());
                line("获取方式", "meansOfAccess", e.meansOfAccess());
                line("没有公开的内容", "withheld", e.withheld());
                line("理由", "reasons", e.reasons());
                line("负责公开的机关", e.otherOrgan());
                line("联系方式", e.otherOrganContact());
                line("终止的原因", e.endReason());
                yield said(null, "第三十六条、第三十七条");
            }
            case RequestEvent.DecisionDelivered e -> {
                line("方式", e.deliveryMethod());
                yield said(e.deliveredOn(), "第三十六条");
            }
            case RequestEvent.RequestReopened e -> {
                line("依据", e.reopeningGround());
                line("重新答复的期限", e.answerDueOn());
                line("理由", "reason", e.reason());
                yield new Words(e.reopenedOn(), null, lines);
            }
            case RequestEvent.LetterIssued e -> {
                line("文号", e.letterNumber());
                yield new Words(e.letterOn(), null, lines);
            }
            case RequestEvent.LetterDelivered e -> {
                line("文号", e.letterNumber());
                line("方式", e.deliveryMethod());
                yield new Words(e.letterDeliveredOn(), null, lines);
            }
            case RequestEvent.DeadlineMoved e -> {
                line("期限", e.previousDueOn() + " → " + e.newDueOn());
                line("节假日安排", e.calendarNotice());
                yield new Words(null, null, lines);
            }
            case RequestEvent.RequestDetailRecorded e -> {
                line(label(e.fact()), value(e.fact(), e.value()));
                yield new Words(null, null, lines);
            }
            case RequestEvent.RequestFactCorrected e -> {
                line(label(e.fact()), value(e.fact(), e.recorded()) + " → " + value(e.fact(), e.corrected()));
                line("更正理由", e.reason());
                yield new Words(null, null, lines);
            }
        };
    }

    private Words said(@Nullable LocalDate on, String article) {
        return new Words(on, article.startsWith("第") ? REGULATION + article : article, lines);
    }

    private void line(String label, @Nullable Object value) {
        if (value != null) {
            lines.add(label + "：" + (value instanceof Coded coded ? coded.label() : value));
        }
    }

    private void line(String label, String component, @Nullable SealedText text) {
        if (text != null) {
            lines.add(label + "：" + open(component, text.value()));
        }
    }

    private String open(String component, String sealed) {
        try {
            return key == null ? SEALED : key.open(component, sealed);
        } catch (IllegalStateException e) {
            return SEALED;
        }
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

    private static String label(String id) {
        RequestFact fact = RequestFact.byId(id);
        if (fact != null) {
            return fact.label();
        }
        return id.startsWith(Facts.REMARK) ? id.substring(Facts.REMARK.length()) : id;
    }

    private String value(String id, String value) {
        RequestFact fact = RequestFact.byId(id);
        if (fact == null || fact.type() == FactType.SEALED) {
            return open(id, value);
        }
        try {
            return fact.shown(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
