package org.disclosureledger.domain.request;

import java.util.function.Supplier;

/**
 * A rule shown at work.
 *
 * @param fires a case that it objects to
 * @param spares the nearest case that it lets pass
 */
record RuleCase(RequestRule rule, Supplier<Scenario.Told> fires, Supplier<Scenario.Told> spares) {}
