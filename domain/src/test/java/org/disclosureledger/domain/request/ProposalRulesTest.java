package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.RequestExamples.granted;
import static org.disclosureledger.domain.request.RequestExamples.imported;
import static org.disclosureledger.domain.request.RequestExamples.typed;
import static org.disclosureledger.domain.request.Scenario.DAYS;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.approve;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.assign;
import static org.disclosureledger.domain.request.Steps.complete;
import static org.disclosureledger.domain.request.Steps.correct;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.giveBack;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.propose;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.withdraw;

import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Finding;
import org.junit.jupiter.api.Test;

/** Four eyes: what one proposes has no effect until another approves it, and then exactly that which was proposed. */
class ProposalRulesTest {

    private static final String WANG = "wang.min";
    private static final String LI = "li.na";
    private static final RequestStep ANSWER = decide("2024-03-29", Outcome.PARTIALLY_GRANTED);

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static Scenario proposed() {
        return request().and(propose(ANSWER, WANG));
    }

    private static List<RequestEvent> directly(Scenario scenario, RequestStep step) {
        return scenario.when(step).judgement().events();
    }

    @Test
    void proposalIsNoAnswerAndTheClockRunsOn() {
        Scenario proposed = proposed();

        assertThat(proposed.request().course().isAnswered()).isFalse();
        assertThat(proposed.request().facts()).isEqualTo(request().request().facts());
        assertThat(proposed.clock()).isEqualTo(request().clock());
        assertThat(proposed.request().proposal()).satisfies(p -> {
            assertThat(p.isOpen()).isTrue();
            assertThat(p.number()).isEqualTo(1);
            assertThat(p.kind()).isEqualTo(StepKind.DECIDE);
            assertThat(p.proposedBy()).isEqualTo(WANG);
        });
    }

    @Test
    void approvedIsExactlyWhatWasProposed() {
        for (RequestStep step : List.of(
                ANSWER,
                decide("2024-03-28", Outcome.OTHER_OTHER, complete(Outcome.OTHER_OTHER)),
                extend("2024-03-20", 10))) {
            List<RequestEvent> events = request()
                    .and(propose(step, WANG))
                    .when(approve(1, LI))
                    .judgement()
                    .events();

            assertThat(events.get(0)).isEqualTo(new RequestEvent.ProposalApproved(R1, TOWN, 1, WANG));
            assertThat(events.subList(1, events.size())).isEqualTo(directly(request(), step));
        }
        Scenario reopened = given(received("2024-03-05")).and(ANSWER, reopen("2024-06-03", null));
        RequestStep anew = decideAnew("2024-06-06", Outcome.GRANTED);
        List<RequestEvent> events = reopened.and(propose(anew, WANG))
                .when(approve(1, LI))
                .judgement()
                .events();
        assertThat(events.subList(1, events.size())).isEqualTo(directly(reopened, anew));
    }

    @Test
    void nobodyApprovesOrReturnsHisOwn() {
        proposed().when(approve(1, WANG)).thenRejected(ProposalRule.OWN_PROPOSAL);
        proposed().when(giveBack(1, TEXT, WANG)).thenRejected(ProposalRule.OWN_PROPOSAL);
        proposed().when(withdraw(1, LI)).thenRejected(ProposalRule.PROPOSAL_OF_ANOTHER);
        proposed().when(withdraw(1, WANG)).then(new RequestEvent.ProposalWithdrawn(R1, TOWN, 1));
    }

    @Test
    void returnedOneSaysWhyAndIsProposedAgain() {
        proposed().when(giveBack(1, null, LI)).thenRejected(ProposalRule.RETURN_WITHOUT_REASON);
        proposed().when(giveBack(1, TEXT, LI)).then(new RequestEvent.ProposalReturned(R1, TOWN, 1, TEXT));
        Scenario returned = proposed().and(giveBack(1, TEXT, LI));
        assertThat(returned.request().proposal()).satisfies(p -> {
            assertThat(p.isReturned()).isTrue();
            assertThat(p.isOpen()).isFalse();
            assertThat(p.returnedFor()).isEqualTo(TEXT);
        });

        Scenario again = returned.and(propose(ANSWER, WANG));
        assertThat(again.request().proposal()).extracting(Proposal::number).isEqualTo(2);
        again.when(approve(1, LI)).thenRejected(ProposalRule.NO_SUCH_PROPOSAL);
        assertThat(again.and(approve(2, LI)).request().course().isAnswered()).isTrue();
    }

    @Test
    void oneStepWaitsAtATime() {
        proposed().when(propose(extend("2024-03-20", 5), LI)).thenRejected(ProposalRule.PROPOSAL_STILL_OPEN);
        proposed()
                .and(withdraw(1, WANG))
                .when(propose(extend("2024-03-20", 5), LI))
                .thenAccepted();
        request().when(approve(1, LI)).thenRejected(ProposalRule.NO_SUCH_PROPOSAL);
        proposed().and(approve(1, LI)).when(approve(1, LI)).thenRejected(ProposalRule.NO_SUCH_PROPOSAL);
        proposed().and(approve(1, LI)).when(giveBack(1, TEXT, LI)).thenRejected(ProposalRule.NO_SUCH_PROPOSAL);
        request().when(withdraw(1, WANG)).thenRejected(ProposalRule.NO_SUCH_PROPOSAL);
    }

    @Test
    void whatIsNotLegalIsNotEvenProposed() {
        Scenario.Told told = request().when(propose(decide("2024-03-01", Outcome.GRANTED), WANG));

        told.thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        request().and(ANSWER).when(propose(ANSWER, WANG)).thenRejected(RequestRule.ALREADY_ANSWERED);
    }

    @Test
    void whatHasBecomeIllegalIsNotApprovedAndStillWaits() {
        Scenario stale =
                request().and(propose(extend("2024-03-20", 5), WANG)).and(askForCorrection("2024-03-12", "2024-03-29"));

        stale.when(approve(1, LI)).thenRejected(RequestRule.CLOCK_STOPPED);
        assertThat(stale.request().proposal())
                .satisfies(p -> assertThat(p.isOpen()).isTrue());
        stale.when(giveBack(1, TEXT, LI)).thenAccepted();
    }

    private static List<String> rules(RequestCommand command, ApprovedStep... approved) {
        Judgement<RequestEvent> judgement =
                RequestRules.handle(command, request().request(), DAYS, List.of(approved)::contains);
        assertThat(judgement.events().isEmpty()).isEqualTo(judgement.faulty());
        return judgement.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void organThatWantsASecondPersonRefusesToActAtOnce() {
        String needed = ProposalRule.APPROVAL_NEEDED.name();

        assertThat(rules(ANSWER)).isEmpty();
        assertThat(rules(ANSWER, ApprovedStep.EXTENSION)).isEmpty();
        assertThat(rules(ANSWER, ApprovedStep.DECISION)).containsExactly(needed);
        assertThat(rules(extend("2024-03-20", 5), ApprovedStep.DECISION)).isEmpty();
        assertThat(rules(extend("2024-03-20", 5), ApprovedStep.EXTENSION)).containsExactly(needed);
        assertThat(rules(propose(ANSWER, WANG), ApprovedStep.values())).isEmpty();
        assertThat(rules(assign(LI, Role.HANDLER), ApprovedStep.values())).isEmpty();
    }

    @Test
    void approvalItselfNeedsNone() {
        assertThat(RequestRules.handle(
                                approve(1, LI), proposed().request(), DAYS, List.of(ApprovedStep.values())::contains)
                        .events())
                .isNotEmpty();
    }

    @Test
    void typedRegisterDoesNotLeadRoundItAndATakenOverOneTellsOfThePast() {
        Entry late = typed(granted("2024-03-20"));
        Entry old = imported(granted("2024-03-20"));

        assertThat(rules(new RequestCommand.RecordRequest(R1, TOWN, late), ApprovedStep.DECISION))
                .containsExactly(ProposalRule.APPROVAL_NEEDED.name());
        assertThat(rules(new RequestCommand.RecordRequest(R1, TOWN, old), ApprovedStep.DECISION))
                .isEmpty();
        assertThat(RequestRules.handle(
                                correct(RequestFact.OUTCOME, "granted"),
                                request().and(ANSWER).request(),
                                DAYS,
                                List.of(ApprovedStep.values())::contains)
                        .faulty())
                .isFalse();
    }

    @Test
    void everyProposalIsFoundByItsNumber() {
        Scenario.Told first = request().when(propose(ANSWER, WANG));
        RequestEvent again = new RequestEvent.ExtensionProposed(R1, TOWN, 2, LI, on("2024-03-20"), 5, "张主任", TEXT);
        List<RequestEvent> events = List.of(
                first.judgement().events().get(0),
                new RequestEvent.ProposalReturned(R1, TOWN, 1, TEXT),
                again,
                new RequestEvent.ProposalWithdrawn(R1, TOWN, 2));

        assertThat(Proposal.all(events))
                .extracting(p -> p.number() + " " + p.kind().id() + " " + p.stage())
                .containsExactly("1 decide RETURNED", "2 extend WITHDRAWN");
    }
}
