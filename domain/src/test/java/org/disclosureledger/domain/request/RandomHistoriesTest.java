package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RandomHistories.forEach;
import static org.disclosureledger.domain.request.RandomHistories.forEachCommand;

import java.util.Map;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds in every history of a request, whatever is entered in whatever order. */
class RandomHistoriesTest {

    @Test
    void historiesGoFarEnoughToProveAnything() {
        int[] answered = {0, 0, 0, 0};
        forEach(history -> {
            Course course = history.request().course();
            answered[0] += course.answers().isEmpty() ? 0 : 1;
            answered[1] += course.answers().size() > 1 ? 1 : 0;
            answered[2] += course.extension() == null ? 0 : 1;
            answered[3]++;
        });

        assertThat(answered[0]).as("answered").isGreaterThan(answered[3] / 3);
        assertThat(answered[1]).as("answered twice").isGreaterThan(answered[3] / 20);
        assertThat(answered[2]).as("extended").isGreaterThan(answered[3] / 20);
    }

    @Test
    void thereIsOneResultForEachAnswering() {
        forEach(history -> {
            boolean answered = false;
            boolean reopened = false;
            for (RequestEvent event : history.events()) {
                switch (event) {
                    case RequestEvent.RequestDecided ignored -> {
                        assertThat(answered).isFalse();
                        answered = true;
                    }
                    case RequestEvent.RequestReopened ignored -> {
                        assertThat(answered && !reopened).isTrue();
                        reopened = true;
                    }
                    case RequestEvent.RequestDecidedAnew ignored -> {
                        assertThat(reopened).isTrue();
                        reopened = false;
                    }
                    default -> {}
                }
            }
            assertThat(history.request().course().isAnswered()).isEqualTo(answered && !reopened);
        });
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        forEachCommand(told -> {
            if (told.judgement().faulty()) {
                assertThat(told.judgement().events()).isEmpty();
                assertThat(told.after()).isEqualTo(told.before());
            }
        });
    }

    /** A step is refused for its kind with exactly the rule that was listed, whatever its dates, or not at all. */
    @Test
    void stepsAreRefusedForTheReasonThatWasListed() {
        forEachCommand(told -> {
            if (told.command() instanceof RequestStep step) {
                StepKind kind = step.kind();
                if (kind != null) {
                    agrees(kind, told.before(), told.judgement());
                }
            }
        });
    }

    private static void agrees(StepKind kind, Request before, Judgement<RequestEvent> judgement) {
        Map<StepKind, @Nullable RequestRule> possible = StepRules.possible(before);
        RequestRule listed = possible.get(kind);
        if (listed == null) {
            assertThat(judgement.findings()).extracting(Finding::fact).doesNotContain(kind.id());
        } else {
            assertThat(judgement.events()).isEmpty();
            assertThat(judgement.findings()).containsExactly(listed.onField(kind.id()));
        }
    }

    @Test
    void replayOfTheEventsGivesTheState() {
        forEach(history -> {
            Request replayed = new Request.Unreceived();
            for (RequestEvent event : history.events()) {
                replayed = replayed.evolve(event);
            }
            assertThat(replayed).isEqualTo(history.request());
        });
    }

    /** The register's columns and the course tell of the same answer and the same latest steps. */
    @Test
    void registerAndCourseTellTheSame() {
        forEach(history -> {
            Facts facts = history.request().facts();
            Course course = history.request().course();
            if (facts.states(RequestFact.DECIDED_ON)) {
                assertThat(course.answers()).isNotEmpty();
                Course.Answer first = course.answers().get(0);
                assertThat(first.decidedOn()).isEqualTo(facts.findDate(RequestFact.DECIDED_ON));
                assertThat(first.outcome().id()).isEqualTo(facts.find(RequestFact.OUTCOME));
            } else {
                assertThat(course.answers()).isEmpty();
            }
            if (facts.states(RequestFact.EXTENSION_NOTIFIED_ON)) {
                assertThat(course.extension()).isNotNull();
            }
            if (facts.states(RequestFact.CORRECTION_RECEIVED_ON)) {
                assertThat(course.corrections())
                        .extracting(Course.Correction::receivedOn)
                        .contains(facts.findDate(RequestFact.CORRECTION_RECEIVED_ON));
            }
            if (facts.states(RequestFact.THIRD_PARTY_RESPONDED_ON)) {
                assertThat(course.consultations())
                        .filteredOn(Course.Consultation::thirdParty)
                        .extracting(Course.Consultation::respondedOn)
                        .contains(facts.findDate(RequestFact.THIRD_PARTY_RESPONDED_ON));
            }
            if (facts.states(RequestFact.FEE_PAID_ON)) {
                assertThat(course.fees())
                        .extracting(Course.Fee::paidOn)
                        .contains(facts.findDate(RequestFact.FEE_PAID_ON));
            }
        });
    }
}
