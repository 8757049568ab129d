package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.account;
import static org.disclosureledger.domain.request.Steps.assign;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.release;
import static org.disclosureledger.domain.request.Steps.reopen;

import java.util.Set;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;

/** Who handles a request: nobody at first, then one after the other, until it is answered. */
class HandlerTest {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Account handler(OrganCode organ, boolean service, boolean suspended) {
        return new Account.Opened(
                TOWN, "wang.min", service, suspended, Set.of(new Account.Held(organ, Role.HANDLER)), null);
    }

    @Test
    void nobodyHandlesARequestThatWasJustRegistered() {
        assertThat(request().request().handler()).isNull();
    }

    @Test
    void oneTakesOverFromTheOther() {
        request()
                .when(assign("wang.min", Role.HANDLER))
                .then(new RequestEvent.HandlerAssigned(R1, TOWN, account("wang.min"), null, null));
        Scenario wangs = request().and(assign("wang.min", Role.HANDLER));

        wangs.when(assign("li.na", handler(TOWN, false, false), TEXT))
                .then(new RequestEvent.HandlerAssigned(R1, TOWN, account("li.na"), account("wang.min"), TEXT));
        assertThat(wangs.and(assign("li.na", Role.HANDLER)).request().handler()).isEqualTo(account("li.na"));
        wangs.when(release(TEXT)).then(new RequestEvent.HandlerReleased(R1, TOWN, account("wang.min"), TEXT));
        assertThat(wangs.and(release(null)).request().handler()).isNull();
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        assertThat(request().and(assign("wang.min", Role.HANDLER)).when(assign("wang.min", Role.HANDLER)))
                .satisfies(told -> assertThat(told.judgement().events()).isEmpty())
                .satisfies(told -> assertThat(told.judgement().findings()).isEmpty());
        assertThat(request().when(release(null)).judgement().events()).isEmpty();
    }

    @Test
    void onlyAPersonWhoHandlesRequestsOfThisOrganNowIsChosen() {
        OrganCode other = new OrganCode("other");

        request().when(assign("wang.min", handler(TOWN, false, false), null)).thenAccepted();
        for (Account unfit : new Account[] {
            handler(other, false, false), handler(TOWN, true, false), handler(TOWN, false, true), new Account.Unknown()
        }) {
            request().when(assign("wang.min", unfit, null)).thenRejected(RequestRule.HANDLER_UNFIT);
        }
    }

    @Test
    void answeredRequestKeepsWhoHandledItUntilItIsReopened() {
        Scenario answered = request().and(assign("wang.min", Role.HANDLER), decide("2024-03-29", Outcome.GRANTED));

        answered.when(assign("li.na", Role.HANDLER)).thenRejected(RequestRule.HANDLER_AFTER_ANSWER);
        answered.when(release(null)).thenRejected(RequestRule.HANDLER_AFTER_ANSWER);
        assertThat(answered.request().handler()).isEqualTo(account("wang.min"));
        answered.and(reopen("2024-06-03", null))
                .when(assign("li.na", Role.HANDLER))
                .thenAccepted();
    }
}
