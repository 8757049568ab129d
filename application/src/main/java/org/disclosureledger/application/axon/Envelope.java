package org.disclosureledger.application.axon;

import java.util.List;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.domain.register.Finding;

/**
 * A command on its way to the rules.
 *
 * @param remarks what was noticed before the rules saw it, to be told with their findings
 */
record Envelope(Object command, CommandId id, List<Finding> remarks) {}
