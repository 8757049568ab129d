package org.disclosureledger.application.request;

import io.swagger.v3.oas.annotations.media.Schema;
import org.disclosureledger.application.people.Colleagues.Colleague;

/** Who handles a request, as the API tells it. */
@Schema(description = "承办人")
public record HandlerReply(
        @Schema(description = "用户名") String login,
        @Schema(description = "姓名") String name,

        @Schema(description = "能否继续办理：账号停用或者不再担任承办岗的为 false，须另行确定")
        boolean active) {

    static HandlerReply of(Colleague person) {
        return new HandlerReply(person.login(), person.name(), !person.isGone());
    }
}
