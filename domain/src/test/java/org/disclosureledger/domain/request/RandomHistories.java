package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.Scenario.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Judgement;

/**
 * Histories of up to forty commands, a thousand of them, or fifty thousand with {@code ledger.faults=full}; {@code
 * ledger.histories} sets another number and {@code ledger.faults.seed} repeats a run.
 */
final class RandomHistories {

    private static final int LONGEST = 40;

    /** How many are kept for all properties; none where the rules change between them, as in mutation tests. */
    private static final int MOST_KNOWN = Boolean.getBoolean("ledger.histories.anew") ? 0 : 1_000;

    /** Seeds beside each other begin differently. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int NUMBER =
            Integer.getInteger("ledger.histories", "full".equals(System.getProperty("ledger.faults")) ? 50_000 : 1_000);
    private static final long SEED = Long.getLong("ledger.faults.seed", System.nanoTime());

    /** Those that several properties look at, by seed. */
    private static final Map<Long, History> KNOWN = new HashMap<>();

    static {
        System.out.println("random histories: " + NUMBER + ", ledger.faults.seed=" + SEED);
    }

    private RandomHistories() {}

    /** One command of a history and what became of it. */
    record Told(Request before, RequestCommand command, Judgement<RequestEvent> judgement, Request after) {}

    /**
     * A whole history.
     *
     * @param day on which it ends
     */
    record History(long seed, List<Told> told, LocalDate day) {

        Request request() {
            return told.get(told.size() - 1).after;
        }

        List<RequestEvent> events() {
            return told.stream().flatMap(t -> t.judgement.events().stream()).toList();
        }

        /** More chance, the same for everyone who asks. */
        RandomCommands more() {
            return new RandomCommands(new Random(~seed * SPREAD), day);
        }
    }

    static void forEach(Consumer<History> property) {
        for (int i = 0; i < NUMBER; i++) {
            List<Told> told = new ArrayList<>();
            try {
                long seed = SEED + i;
                History history = KNOWN.get(seed);
                if (history == null) {
                    history = history(seed, told);
                    if (KNOWN.size() < MOST_KNOWN) {
                        KNOWN.put(seed, history);
                    }
                }
                told = history.told;
                property.accept(history);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "history " + i + " of ledger.faults.seed=" + SEED + ":\n"
                                + told.stream()
                                        .map(t -> t.command + "\n    " + t.judgement)
                                        .collect(Collectors.joining("\n")),
                        e);
            }
        }
    }

    static void forEachCommand(Consumer<Told> property) {
        forEach(history -> history.told.forEach(property));
    }

    private static History history(long seed, List<Told> told) {
        Random random = new Random(seed * SPREAD);
        RandomCommands commands =
                new RandomCommands(random, LocalDate.of(2019, 5, 15).plusDays(random.nextInt(2_800)));
        Request request = new Request.Unreceived();
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            RequestCommand command = commands.next(request);
            Judgement<RequestEvent> judgement = RequestRules.handle(command, request, DAYS);
            Request after = request;
            for (RequestEvent event : judgement.events()) {
                after = after.evolve(event);
            }
            told.add(new Told(request, command, judgement, after));
            request = after;
        }
        return new History(seed, told, commands.day());
    }
}
