package org.disclosureledger.application.web.casefile;

import java.util.List;
import org.disclosureledger.domain.request.StepKind;

/** What the law says of each step, in the words in which it is told to whoever takes it. */
final class StepWords {

    private StepWords() {}

    static List<String> of(StepKind kind) {
        return switch (kind) {
            case ASK_FOR_CORRECTION ->
                List.of(
                        "申请内容不明确的，应当给予指导和释明，并自收到申请之日起 7 个工作日内一次性告知申请人补正，说明需要补正的事项和合理的补正期限。",
                        "答复期限自收到补正之日的次日起计算。申请人无正当理由逾期不补正的，视为放弃申请，不再处理。");
            case TAKE_IN_CORRECTION -> List.of("答复期限自收到补正之日的次日起重新计算。补正以后内容仍不明确的，可以“补正后申请内容仍不明确”答复。");
            case CONSULT_THIRD_PARTY ->
                List.of(
                        "公开会损害第三方合法权益的，应当书面征求第三方的意见。第三方应当自收到征求意见书之日起 15 个工作日内提出意见。",
                        "逾期没有提出意见的，由本机关依照条例决定是否公开；不同意公开且有合理理由的，不予公开。征求意见的时间不计算在答复期限内。");
            case CONSULT_ORGAN ->
                List.of(
                        "由几个机关共同制作的政府信息，牵头制作的机关可以征求其他机关的意见。被征求意见的机关应当自收到征求意见书之日起 15 个工作日内提出意见，逾期未提出的视为同意公开。",
                        "征求意见的时间不计算在答复期限内。");
            case TAKE_IN_OPINION -> List.of("第三方逾期没有提出意见的，由本机关决定；被征求意见的机关逾期没有提出的，视为同意公开。没有收到意见的不用登记。");
            case EXTEND -> List.of("需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过 20 个工作日，只能延长一次。");
            case ASK_FOR_REASONS -> List.of("申请公开政府信息的数量、频次明显超过合理范围的，可以要求申请人说明理由。等待期间答复期限照常计算。");
            case TAKE_IN_REASONS -> List.of("认为理由不合理的，告知申请人不予处理；认为理由合理，但不能在期限内答复的，可以确定延迟答复的合理期限并告知申请人。");
            case FIX_LATER_DATE -> List.of("申请理由合理，但是无法在规定的期限内答复的，可以确定延迟答复的合理期限，并告知申请人。");
            case NOTIFY_FEE ->
                List.of(
                        "信息处理费可以按件计收，也可以按量计收，均按照超额累进方式计算，不得同时按照两种标准重复计算。",
                        "按件：同一申请人一个自然月内 10 件以下不收费；11 至 30 件每件 100 元；31 件以上，每增加 10 件，每件增加 100 元。按量：30 页以下不收费；31 至 100 页每页 10 元；101 至 200 页每页 20 元；201 页以上每页 40 元。",
                        "收费通知应在答复期限内发出；申请人应在收到通知次日起 20 个工作日内缴费，逾期未缴的视为放弃申请。等待缴费期间答复期限不计算。");
            case TAKE_IN_PAYMENT -> List.of("缴费后，答复期限自次日起重新计算。");
            case DECIDE, DECIDE_ANEW -> List.of("每件申请只选一种结果，以它在年度报告表三中计数；区分处理的只选“部分公开”。每种结果下面写明了答复中必须有的内容。");
            case DELIVER_ANSWER -> List.of("登记答复书送达申请人的方式和日期。");
            case REOPEN -> List.of("复议决定、法院裁判要求重新答复，或者本机关自行纠正的，登记重新办理，再登记重新作出的答复。原来的答复保留，不另计新收。");
        };
    }
}
