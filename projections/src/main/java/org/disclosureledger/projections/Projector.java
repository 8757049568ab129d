package org.disclosureledger.projections;

import java.util.List;

/**
 * Turns events into rows. Called with events in the order of their numbers, inside the transaction that also moves
 * the position on; giving the same events again must leave the same rows. What an event does to the rows depends on the
 * earlier events of its own aggregate only, so that a replay may take one aggregate after the other.
 */
public interface Projector {

    /** Names the projector for ever: its position in the ledger is kept under this name. */
    String name();

    /** The tables that hold its rows, all of them its own. */
    List<ProjectedTable> tables();

    void project(List<RecordedEvent> events);

    /** Forgets all rows, so that a replay can restore them. */
    void reset();
}
