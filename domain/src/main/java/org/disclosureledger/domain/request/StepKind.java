package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;

/** The legal steps that a received request can take, in the order of the Regulation. */
public enum StepKind implements Coded {
    ASK_FOR_CORRECTION("askForCorrection", "告知补正", "《政府信息公开条例》第三十条"),
    TAKE_IN_CORRECTION("takeInCorrection", "收到补正", "《政府信息公开条例》第三十条"),
    CONSULT_THIRD_PARTY("consultThirdParty", "征求第三方意见", "《政府信息公开条例》第三十二条"),
    CONSULT_ORGAN("consultOrgan", "征求其他机关意见", "《政府信息公开条例》第三十三条、第三十四条"),
    TAKE_IN_OPINION("takeInOpinion", "收到反馈意见", "《政府信息公开条例》第三十二条、第三十四条"),
    EXTEND("extend", "告知延期答复", "《政府信息公开条例》第三十三条"),
    ASK_FOR_REASONS("askForReasons", "要求说明理由", "《政府信息公开条例》第三十五条"),
    TAKE_IN_REASONS("takeInReasons", "收到理由", "《政府信息公开条例》第三十五条"),
    FIX_LATER_DATE("fixLaterDate", "告知延迟答复的合理期限", "《政府信息公开条例》第三十五条"),
    NOTIFY_FEE("notifyFee", "发出收费通知", "国办函〔2020〕109号第六条"),
    TAKE_IN_PAYMENT("takeInPayment", "收到缴费", "国办函〔2020〕109号第七条"),
    DECIDE("decide", "作出答复", "《政府信息公开条例》第三十六条"),
    DELIVER_ANSWER("deliverAnswer", "登记送达", "《政府信息公开条例》第三十六条"),
    REOPEN("reopen", "重新办理", "《行政复议法》第六十四条至第六十六条、《行政诉讼法》第七十条至第七十二条"),
    DECIDE_ANEW("decideAnew", "重新作出答复", "《政府信息公开条例》第三十六条");

    private final String id;
    private final String label;
    private final String ground;

    StepKind(String id, String label, String ground) {
        this.id = id;
        this.label = label;
        this.ground = ground;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** What its taker must be allowed to do: what ends or lengthens the applicant's wait is not everybody's. */
    public Right right() {
        return switch (this) {
            case EXTEND, DECIDE, REOPEN, DECIDE_ANEW -> Right.DECIDE;
            case ASK_FOR_CORRECTION,
                    TAKE_IN_CORRECTION,
                    CONSULT_THIRD_PARTY,
                    CONSULT_ORGAN,
                    TAKE_IN_OPINION,
                    ASK_FOR_REASONS,
                    TAKE_IN_REASONS,
                    FIX_LATER_DATE,
                    NOTIFY_FEE,
                    TAKE_IN_PAYMENT,
                    DELIVER_ANSWER -> Right.HANDLE;
        };
    }

    /** As what an organ may want a second person to approve it; null for what needs nobody. */
    public @Nullable ApprovedStep approvedAs() {
        return switch (this) {
            case DECIDE, DECIDE_ANEW -> ApprovedStep.DECISION;
            case EXTEND -> ApprovedStep.EXTENSION;
            case ASK_FOR_CORRECTION,
                    TAKE_IN_CORRECTION,
                    CONSULT_THIRD_PARTY,
                    CONSULT_ORGAN,
                    TAKE_IN_OPINION,
                    ASK_FOR_REASONS,
                    TAKE_IN_REASONS,
                    FIX_LATER_DATE,
                    NOTIFY_FEE,
                    TAKE_IN_PAYMENT,
                    DELIVER_ANSWER,
                    REOPEN -> null;
        };
    }

    /** The article or notice that provides for the step. */
    public String ground() {
        return ground;
    }
}
