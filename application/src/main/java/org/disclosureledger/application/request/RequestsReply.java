package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;

/** Requests of an organ in a state, as the API lists them. */
@Schema(description = "一个机关的申请，按最后期限（已答复的按答复日期）排列")
public record RequestsReply(
        String state,
        @Schema(description = "这种状态的件数") long count,
        int offset,
        @Schema(description = "各种状态的件数") RequestCounts counts,
        List<ListedRequest> requests) {

    @Schema(description = "各种状态的件数")
    public record RequestCounts(
            long open,
            long overdue,
            @Schema(description = "今天到期") long today,
            @Schema(description = "今天到本周日到期") long week,
            @Schema(description = "等待申请人补正或者缴费") long waiting,
            @Schema(description = "等待缴费") long payment,
            @Schema(description = "等待第三方意见") long thirdParty,
            long answered) {

        static RequestCounts of(OpenCases.Page page) {
            return new RequestCounts(
                    page.count(OpenCases.State.OPEN),
                    page.count(OpenCases.State.OVERDUE),
                    page.count(OpenCases.State.TODAY),
                    page.count(OpenCases.State.WEEK),
                    page.count(OpenCases.State.WAITING),
                    page.count(OpenCases.State.PAYMENT),
                    page.count(OpenCases.State.THIRD_PARTY),
                    page.count(OpenCases.State.ANSWERED));
        }
    }

    /** A request with its last day. */
    @Schema(description = "列表中的一件申请，不含个人信息")
    @WithoutNulls
    public record ListedRequest(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            String registrationNumber,
            LocalDate receivedOn,

            @Schema(description = "running、awaitingCorrection、awaitingPayment 或 laterDate；已答复的没有") @Nullable String phase,

            @Schema(description = "答复的最后一天") @Nullable LocalDate dueOn,
            @Schema(description = "暂按星期推定") boolean provisional,

            @Schema(description = "answered、waiting、running、soon、today、overdue；历史不能读取的为 unknown")
            String light,

            @Schema(description = "一句话") String words,

            @Schema(description = "今天以后到最后一天的工作日数，超期为负数") @Nullable Integer workingDaysLeft,

            @Schema(description = "下一个可以办理的步骤，见 /steps/ 的各地址；没有的为空") @Nullable String next,

            @Schema(description = "最近一次答复的日期") @Nullable LocalDate answeredOn,
            @Schema(description = "最近一次答复的结果") @Nullable Outcome outcome,

            @Schema(description = "承办人；没有确定的不写") @Nullable HandlerReply handler) {

        static ListedRequest of(OpenCases.Listed listed, @Nullable Colleague handler) {
            var stage = listed.stage();
            CaseClock clock = listed.clock();
            StepKind next = listed.next();
            return new ListedRequest(
                    stage.caseId(),
                    stage.number(),
                    stage.receivedOn(),
                    clock == null ? null : ClockReply.phase(clock.clock().phase()),
                    clock == null ? null : clock.clock().lastDay(),
                    clock != null && clock.clock().provisional(),
                    clock != null ? clock.light().id() : stage.open() ? "unknown" : "answered",
                    clock != null ? clock.words() : unread(stage.open(), stage.answeredOn()),
                    clock == null ? null : clock.workingDaysLeft(),
                    next == null ? null : next.id(),
                    stage.answeredOn(),
                    stage.outcome(),
                    handler == null ? null : HandlerReply.of(handler));
        }

        private static String unread(boolean open, @Nullable LocalDate answeredOn) {
            return open || answeredOn == null ? "历史暂时不能读取" : "已于" + DayWords.of(answeredOn) + "答复";
        }
    }
}
