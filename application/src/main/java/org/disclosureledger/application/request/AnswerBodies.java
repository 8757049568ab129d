package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of the steps that answer a request, and of what comes after an answer. */
public final class AnswerBodies {

    private AnswerBodies() {}

    /** The first answer of a request. */
    public record DecideBody(AnswerBody answer) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.Decide(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(answer.on()),
                    requireNonNull(answer.outcome()),
                    TypedText.of(answer.documentNumber()),
                    answer.content(c));
        }

        @Override
        public Record typed() {
            return answer;
        }
    }

    /** Another answer, after a reopening. */
    public record DecideAnewBody(AnswerBody answer) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.DecideAnew(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(answer.on()),
                    requireNonNull(answer.outcome()),
                    TypedText.of(answer.documentNumber()),
                    answer.content(c));
        }

        @Override
        public Record typed() {
            return answer;
        }
    }

    @Schema(description = "登记答复的送达", example = """
            {"on":"2025-07-16","method":"signedPost"}""")
    public record DeliverAnswerBody(
            @Schema(description = "送达日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "送达方式", requiredMode = REQUIRED) @Nullable DeliveryMethod method)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.DeliverAnswer(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), requireNonNull(method));
        }
    }

    @Schema(description = "重新办理：复议决定、裁判要求重新答复，或者本机关自行纠正；不另计新收", example = """
            {"on":"2025-11-10","ground":"ownMotion","answerDueOn":"2025-11-28","reason":"答复时遗漏了一份已经公开的文件"}""")
    public record ReopenBody(
            @Schema(description = "收到复议决定、裁判或者决定自行纠正的日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "依据", requiredMode = REQUIRED) @Nullable ReopeningGround ground,

            @Schema(description = "要求重新办理的复议或者诉讼案件：案件编号，或者案件标识") @Nullable String remedy,

            @Schema(description = "重新答复的期限，决定或者裁判没有规定的不填") @Nullable LocalDate answerDueOn,

            @Schema(description = "理由，加密保存；自行纠正的必填", maxLength = StepBody.LONG) @Nullable String reason)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.Reopen(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    requireNonNull(ground),
                    c.remedy("remedy", remedy),
                    answerDueOn,
                    c.sealed("reason", reason));
        }
    }
}
