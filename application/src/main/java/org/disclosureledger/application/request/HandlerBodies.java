package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.disclosureledger.application.people.Colleagues;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies that say who handles a request. */
public final class HandlerBodies {

    private static final int REASON = 500;

    private HandlerBodies() {}

    @Schema(description = "确定承办人，或者转交另一人", example = """
            {"handler":"wang.min","reason":"原承办人休假"}""")
    public record AssignHandlerBody(
            @Schema(description = "承办人的用户名：在本机关担任承办岗的人员", requiredMode = REQUIRED) @Nullable String handler,

            @Schema(description = "理由，加密保存", maxLength = REASON) @Nullable String reason) {}

    @Schema(description = "不再确定承办人", example = """
            {"reason":"另行研究由谁办理"}""")
    public record ReleaseHandlerBody(
            @Schema(description = "理由，加密保存", maxLength = REASON) @Nullable String reason) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ReleaseHandler(c.requestId(), c.organ(), c.today(), c.sealed("reason", reason));
        }
    }

    /** The same with the account that the name belongs to. */
    record Assignment(AssignHandlerBody body, Colleagues.Named handler) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.AssignHandler(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    handler.id(),
                    handler.account(),
                    c.sealed("reason", body.reason()));
        }

        @Override
        public Record typed() {
            return body;
        }
    }
}
