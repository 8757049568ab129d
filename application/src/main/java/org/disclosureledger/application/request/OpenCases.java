package org.disclosureledger.application.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.disclosureledger.projections.caseload.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The requests on an organ's hands, with their last days: worked out from the events of those that are open. */
@Component
public class OpenCases {

    private static final int BLOCK = 1_000;

    private static final Comparator<CaseStage> LATEST_FIRST =
            Comparator.comparing(OpenCases::answeredOn).reversed().thenComparing(CaseStage::caseId);

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
        TODAY("today", "今天到期"),
        WEEK("week", "本周到期"),
        WAITING("waiting", "等待申请人"),
        PAYMENT("payment", "等待缴费"),
        THIRD_PARTY("thirdParty", "等待第三方"),
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

    /**
     * @param clock null for an answered request, and for one whose history cannot be read
     * @param file null where the clock is
     * @param today the day on which it is looked at
     */
    public record Listed(
            CaseStage stage,
            @Nullable CaseClock clock,
            @Nullable CaseFile file,
            LocalDate today) {

        /** What an office waits for comes before what it does itself. */
        private static final List<StepKind> NEXT = List.of(
                StepKind.TAKE_IN_PAYMENT,
                StepKind.TAKE_IN_CORRECTION,
                StepKind.TAKE_IN_REASONS,
                StepKind.TAKE_IN_OPINION,
                StepKind.DECIDE_ANEW,
                StepKind.DECIDE);

        /** The next legal step that the case may take; null when there is none. */
        public @Nullable StepKind next() {
            if (file == null) {
                return null;
            }
            List<StepKind> possible = PossibleStep.of(file).stream()
                    .filter(PossibleStep::isPossible)
                    .map(PossibleStep::kind)
                    .toList();
            return NEXT.stream().filter(possible::contains).findFirst().orElse(null);
        }

        private String onHandsOf() {
            return Objects.requireNonNullElse(stage.handler(), NOBODY);
        }

        private boolean isDueBy(LocalDate last) {
            LocalDate due = due();
            return !due.isBefore(today) && !due.isAfter(last);
        }

        private boolean waitsForThirdParty() {
            return file != null && file.course().openConsultations().stream().anyMatch(Course.Consultation::thirdParty);
        }

        /** The last day, the end of time when none is counted. */
        LocalDate due() {
            LocalDate last = clock == null ? null : clock.clock().lastDay();
            return last == null ? LocalDate.MAX : last;
        }

        private boolean is(State state) {
            CaseClock.Light light = clock == null ? null : clock.light();
            return switch (state) {
                case OPEN -> true;
                case OVERDUE -> light == CaseClock.Light.OVERDUE;
                case TODAY -> light == CaseClock.Light.TODAY;
                case WEEK -> isDueBy(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
                case WAITING -> light == CaseClock.Light.WAITING;
                case PAYMENT -> file != null && file.course().openFee() != null;
                case THIRD_PARTY -> waitsForThirdParty();
                case ANSWERED -> false;
            };
        }
    }

    /** How nobody in particular is called where accounts are the keys of figures. */
    public static final String NOBODY = "";

    /**
     * A part of the list, and how many requests there are in each state.
     *
     * @param requests those that wait for an answer by their last day, answered ones by the latest answer
     * @param hands how many requests wait for an answer on whose hands, whoever is asked for; by account
     */
    public record Page(List<Listed> requests, Map<State, Long> counts, Map<String, Long> hands) {

        public long count(State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    public Page page(String organ, State state, int offset, int limit) {
        return page(organ, state, Whose.EVERYBODY, ReadPoint.latest(), offset, limit);
    }

    /**
     * A day of the calendar.
     *
     * @param why it is a working day, or none
     * @param settled whether the notice for its year has come
     * @param due requests whose last day it is
     */
    public record DueDay(LocalDate day, boolean working, boolean settled, String why, List<Listed> due) {}

    /** Each day of a span, with the requests that are to be answered by it. */
    public List<DueDay> due(String organ, LocalDate first, LocalDate last) {
        Map<LocalDate, List<Listed>> due = open(organ, caseload.open(organ), ReadPoint.latest()).stream()
                .collect(Collectors.groupingBy(Listed::due));
        WorkingDays workingDays = files.workingDays(organ, ReadPoint.latest());
        return first.datesUntil(last.plusDays(1))
                .map(day -> new DueDay(
                        day,
                        workingDays.isWorkingDay(day),
                        workingDays.isSettled(day),
                        workingDays.why(day),
                        due.getOrDefault(day, List.of())))
                .toList();
    }

    /**
     * An organ's open requests in figures, and the most urgent ones.
     *
     * @param people the same figures for each person, by account, whoever is asked for
     */
    public record OrganLoad(
            String organ, Map<State, Long> counts, List<Listed> urgent, Map<String, Map<State, Long>> people) {

        public long count(State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /**
     * Every organ that has open requests.
     *
     * @param organs those that are of interest
     * @param limit how many of each organ's requests, the earliest last days first
     */
    public List<OrganLoad> everywhere(Set<String> organs, Whose whose, int limit) {
        return caseload.organsWithOpen().stream()
                .filter(organs::contains)
                .map(organ -> load(organ, whose, limit))
                .toList();
    }

    private OrganLoad load(String organ, Whose whose, int limit) {
        List<Listed> open = open(organ, caseload.open(organ), ReadPoint.latest());
        List<Listed> asked = open.stream().filter(l -> whose.has(l.stage())).toList();
        Map<String, Map<State, Long>> people = new TreeMap<>();
        open.stream()
                .collect(Collectors.groupingBy(Listed::onHandsOf))
                .forEach((person, requests) -> people.put(person, counts(requests, 0)));
        return new OrganLoad(
                organ, counts(asked, 0), asked.stream().limit(limit).toList(), people);
    }

    /** As it was at a point of the ledger, on the day of that instant. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page page(String organ, State state, Whose whose, ReadPoint at, int offset, int limit) {
        if (at.asOf() == null) {
            return now(organ, state, whose, offset, limit);
        }
        List<CaseStage> changed = past.at(caseload.changedSince(organ, at.number()), at);
        List<CaseStage> waiting = new ArrayList<>(caseload.open(organ, at.number()));
        List<CaseStage> answered = new ArrayList<>();
        changed.forEach(stage -> (stage.open() ? waiting : answered).add(stage));
        waiting.sort(Comparator.comparingLong(CaseStage::firstEvent));
        answered.removeIf(stage -> !whose.has(stage));
        List<Listed> all = open(organ, waiting, at);
        List<Listed> open = all.stream().filter(l -> whose.has(l.stage())).toList();
        Map<State, Long> counts = counts(open, caseload.answeredCount(organ, whose, at.number()) + answered.size());
        List<Listed> asked = state == State.ANSWERED
                ? answered(organ, whose, answered, at, offset, limit).stream()
                        .map(stage -> new Listed(stage, null, null, files.day(at)))
                        .toList()
                : open.stream()
                        .filter(l -> l.is(state))
                        .skip(offset)
                        .limit(limit)
                        .toList();
        return new Page(asked, counts, hands(all));
    }

    private static Map<String, Long> hands(List<Listed> open) {
        return open.stream().collect(Collectors.groupingBy(Listed::onHandsOf, TreeMap::new, Collectors.counting()));
    }

    /**
     * Some of the answered requests, the latest answer first.
     *
     * @param changed those that have changed since; in the whole list, each of the others stands at most as many places
     *     further down than among themselves
     */
    private List<CaseStage> answered(
            String organ, Whose whose, List<CaseStage> changed, ReadPoint at, int offset, int limit) {
        int from = Math.max(0, offset - changed.size());
        List<CaseStage> found = caseload.answered(organ, whose, at.number(), from, limit + offset - from);
        if (found.isEmpty() && from > 0) {
            return List.of();
        }
        List<CaseStage> merged = new ArrayList<>(found);
        changed.stream()
                .filter(stage -> from == 0 || LATEST_FIRST.compare(stage, found.get(0)) > 0)
                .forEach(merged::add);
        merged.sort(LATEST_FIRST);
        int before = from + changed.size() - (merged.size() - found.size());
        return merged.stream().skip(offset - before).limit(limit).toList();
    }

    private static Map<State, Long> counts(List<Listed> open, long answered) {
        Map<State, Long> counts = new LinkedHashMap<>();
        for (State each : State.values()) {
            counts.put(each, open.stream().filter(l -> l.is(each)).count());
        }
        counts.put(State.ANSWERED, answered);
        return counts;
    }

    private static LocalDate answeredOn(CaseStage stage) {
        LocalDate on = stage.answeredOn();
        return on == null ? LocalDate.MIN : on;
    }

    private Page now(String organ, State state, Whose whose, int offset, int limit) {
        List<Listed> all = open(organ, caseload.open(organ), ReadPoint.latest());
        List<Listed> open = all.stream().filter(l -> whose.has(l.stage())).toList();
        Map<State, Long> counts = counts(open, caseload.answeredCount(organ, whose));
        List<Listed> requests = state == State.ANSWERED
                ? caseload.answered(organ, whose, offset, limit).stream()
                        .map(stage -> new Listed(stage, null, null, files.today()))
                        .toList()
                : open.stream()
                        .filter(l -> l.is(state))
                        .skip(offset)
                        .limit(limit)
                        .toList();
        return new Page(requests, counts, hands(all));
    }

    private List<Listed> open(String organ, List<CaseStage> stages, ReadPoint at) {
        LocalDate today = files.day(at);
        WorkingDays workingDays = files.workingDays(organ, at);
        List<Listed> open = new ArrayList<>(stages.size());
        for (int from = 0; from < stages.size(); from += BLOCK) {
            List<CaseStage> block = stages.subList(from, Math.min(from + BLOCK, stages.size()));
            Map<String, List<StoredEvent>> histories = histories(block, at);
            for (CaseStage stage : block) {
                CaseFile file = file(histories.getOrDefault(stage.caseId(), List.of()));
                open.add(new Listed(
                        stage, file == null ? null : CaseClock.inBrief(file, today, workingDays), file, today));
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

    private static @Nullable CaseFile file(List<StoredEvent> history) {
        try {
            return history.isEmpty() ? null : CaseFile.of(history);
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
