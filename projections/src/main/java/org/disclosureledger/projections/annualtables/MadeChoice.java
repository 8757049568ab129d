package org.disclosureledger.projections.annualtables;

import java.time.Instant;
import org.disclosureledger.domain.organ.OrganEvent;

/**
 * A choice that an organ made.
 *
 * @param number of the event that says so
 */
public record MadeChoice(long number, Instant recordedAt, OrganEvent.CountingRuleChosen choice) {}
