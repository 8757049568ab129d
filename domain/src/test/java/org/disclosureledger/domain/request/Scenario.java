package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Given what is recorded of a request, when a command comes, then these events follow or this rule objects. */
final class Scenario {

    static final WorkingDays DAYS = WorkingDays.shipped();

    private final Request request;

    private Scenario(Request request) {
        this.request = request;
    }

    static Scenario nothing() {
        return new Scenario(new Request.Unreceived());
    }

    static Scenario given(RequestEvent first, RequestEvent... more) {
        Scenario scenario = nothing().evolved(first);
        for (RequestEvent event : more) {
            scenario = scenario.evolved(event);
        }
        return scenario;
    }

    /** The commands are accepted one after the other. */
    static Scenario given(RequestCommand... commands) {
        return nothing().and(commands);
    }

    Scenario and(RequestCommand... commands) {
        Scenario scenario = this;
        for (RequestCommand command : commands) {
            for (RequestEvent event :
                    RequestRules.handle(command, scenario.request, DAYS).eventsOrRejection()) {
                scenario = scenario.evolved(event);
            }
        }
        return scenario;
    }

    private Scenario evolved(RequestEvent event) {
        return new Scenario(request.evolve(event));
    }

    Told when(RequestCommand command) {
        return new Told(RequestRules.handle(command, request, DAYS));
    }

    Request request() {
        return request;
    }

    AnswerClock clock() {
        return StepRules.clock(request, DAYS);
    }

    /** What the rules said. */
    record Told(Judgement<RequestEvent> judgement) {

        Told then(RequestEvent... events) {
            assertThat(judgement.events()).containsExactly(events);
            return this;
        }

        /** Recorded, with exactly these remarks. */
        Told thenRemarked(Rule... rules) {
            assertThat(rules()).containsExactlyInAnyOrderElementsOf(names(rules));
            assertThat(judgement.faulty()).isFalse();
            assertThat(judgement.events()).isNotEmpty();
            return this;
        }

        /** Recorded, and nothing to remark. */
        Told thenAccepted() {
            return thenRemarked();
        }

        /** Refused for exactly these faults, and nothing recorded. */
        Told thenRejected(Rule... rules) {
            assertThat(judgement.events()).isEmpty();
            assertThat(judgement.findings().stream()
                            .filter(f -> f.severity() == Severity.FAULT)
                            .map(Finding::rule))
                    .containsExactlyInAnyOrderElementsOf(names(rules));
            return this;
        }

        List<String> rules() {
            return judgement.findings().stream().map(Finding::rule).toList();
        }

        private static List<String> names(Rule... rules) {
            return Arrays.stream(rules).map(Rule::name).toList();
        }
    }
}
