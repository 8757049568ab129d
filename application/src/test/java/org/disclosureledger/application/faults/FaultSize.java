package org.disclosureledger.application.faults;

/** How much of a fault test is run: a short form in every build, the whole with {@code -Pfaults}. */
public final class FaultSize {

    private static final boolean FULL = "full".equals(System.getProperty("ledger.faults"));

    private FaultSize() {}

    public static int pick(int small, int full) {
        return FULL ? full : small;
    }

    /** Chance of this run: a new one each time, or the one of {@code -Dledger.faults.seed} to see a run again. */
    public static long seed(String test) {
        long seed = Long.getLong("ledger.faults.seed", System.nanoTime());
        System.out.printf("%s: seed %d, %s size%n", test, seed, FULL ? "full" : "small");
        return seed;
    }
}
