package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests on an organ's hands, with their last days: worked out from the events of those that are open. */
@Component
public class OpenCases {

    private static final int BLOCK = 1_000;

    private final CaseloadStore caseload;
    private final PastStages past;
    private final Ledger ledger;
    private final CaseFiles files;

    OpenCases(CaseloadStore caseload, PastStages past, Ledger ledger, CaseFiles files) {
        this.past = past;
        this.caseload = caseload;
        this.ledger = ledger;
        this.files = files;
    }

    /** Which requests are asked for. */
    public enum State {
        OPEN("open", "在办"),
        OVERDUE("overdue", "已超期"),
        WAITING("waiting", "等待申请人"),
        ANSWERED("answered", "已答复");

        private final String id;
        private final String label;

        State(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /** @param clock null for an answered request, and for one whose history cannot be read */
    public record Listed(CaseStage stage, @Nullable CaseClock clock) {

        private LocalDate due() {
            LocalDate last = clock == null ? null : clock.clock().lastDay();
            return last == null ? LocalDate.MAX : last;
        }

        private boolean is(State state) {
            CaseClock.Light light = clock == null ? null : clock.light();
            return switch (state) {
                case OPEN -> true;
                case OVERDUE -> light == CaseClock.Light.OVERDUE;
                case WAITING -> light == CaseClock.Light.WAITING;
                case ANSWERED -> false;
            };
        }
    }

    /**
     * A part of the list, and how many requests there are in each state.
     *
     * @param requests those that wait for an answer by their last day, answered ones by the latest answer
     */
    public record Page(List<Listed> requests, Map<State, Long> counts) {

        public long count(State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    public Page page(String organ, State state, int offset, int limit) {
        return page(organ, state, ReadPoint.latest(), offset, limit);
    }

    /** As it was at a point of the ledger, on the day of that instant. */
    public Page page(String organ, State state, ReadPoint at, int offset, int limit) {
        if (at.asOf() == null) {
            return now(organ, state, offset, limit);
        }
        List<CaseStage> stages = past.at(caseload.recordedBy(organ, at.number()), at);
        List<Listed> open = open(organ, stages.stream().filter(CaseStage::open).toList(), at);
        List<Listed> answered = stages.stream()
                .filter(s -> !s.open())
                .sorted(Comparator.comparing(OpenCases::answeredOn).reversed().thenComparing(CaseStage::caseId))
                .map(stage -> new Listed(stage, null))
                .toList();
        Map<State, Long> counts = new LinkedHashMap<>();
        for (State each : State.values()) {
            counts.put(each, open.stream().filter(l -> l.is(each)).count());
        }
        counts.put(State.ANSWERED, (long) answered.size());
        List<Listed> asked = state == State.ANSWERED
                ? answered
                : open.stream().filter(l -> l.is(state)).toList();
        return new Page(asked.stream().skip(offset).limit(limit).toList(), counts);
    }

    private static LocalDate answeredOn(CaseStage stage) {
        LocalDate on = stage.answeredOn();
        return on == null ? LocalDate.MIN : on;
    }

    private Page now(String organ, State state, int offset, int limit) {
        List<Listed> open = open(organ, caseload.open(organ), ReadPoint.latest());
        Map<State, Long> counts = new LinkedHashMap<>();
        for (State each : State.values()) {
            counts.put(each, open.stream().filter(l -> l.is(each)).count());
        }
        counts.put(State.ANSWERED, caseload.answeredCount(organ));
        List<Listed> requests = state == State.ANSWERED
                ? caseload.answered(organ, offset, limit).stream()
                        .map(stage -> new Listed(stage, null))
                        .toList()
                : open.stream()
                        .filter(l -> l.is(state))
                        .skip(offset)
                        .limit(limit)
                        .toList();
        return new Page(requests, counts);
    }

    private List<Listed> open(String organ, List<CaseStage> stages, ReadPoint at) {
        LocalDate today = files.day(at);
        WorkingDays workingDays = files.workingDays(organ, at);
        List<Listed> open = new ArrayList<>(stages.size());
        for (int from = 0; from < stages.size(); from += BLOCK) {
            List<CaseStage> block = stages.subList(from, Math.min(from + BLOCK, stages.size()));
            Map<String, List<StoredEvent>> histories = histories(block, at);
            for (CaseStage stage : block) {
                open.add(new Listed(
                        stage, clock(histories.getOrDefault(stage.caseId(), List.of()), today, workingDays)));
            }
        }
        open.sort(Comparator.comparing(Listed::due).thenComparing(l -> l.stage().receivedOn()));
        return open;
    }

    private Map<String, List<StoredEvent>> histories(List<CaseStage> stages, ReadPoint at) {
        Map<String, List<StoredEvent>> histories = new LinkedHashMap<>();
        for (StoredEvent event :
                ledger.ofAggregates(stages.stream().map(CaseStage::caseId).toList())) {
            if (event.number() <= at.number()) {
                histories
                        .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                        .add(event);
            }
        }
        return histories;
    }

    private static @Nullable CaseClock clock(List<StoredEvent> history, LocalDate today, WorkingDays workingDays) {
        try {
            return history.isEmpty() ? null : CaseClock.of(CaseFile.of(history), today, workingDays);
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
