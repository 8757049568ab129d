package org.disclosureledger.domain.organ;

import java.util.List;
import org.disclosureledger.domain.CommandRejected;

/** An organ is established once; establishing it again in the same words changes nothing. */
public final class OrganRules {

    private OrganRules() {}

    /** @throws CommandRejected when the code is taken, unknown, or the name is missing */
    public static List<OrganEvent> handle(OrganCommand command, Organ organ) {
        return switch (command) {
            case OrganCommand.EstablishOrgan c -> establish(c, organ);
            case OrganCommand.RenameOrgan c -> rename(c, organ);
        };
    }

    private static List<OrganEvent> establish(OrganCommand.EstablishOrgan c, Organ organ) {
        requireName(c.name());
        return switch (organ) {
            case Organ.Unknown ignored ->
                List.of(new OrganEvent.OrganEstablished(c.organ(), c.name(), c.mayIssueRegulations()));
            case Organ.Established known -> {
                if (!known.name().equals(c.name())) {
                    throw new CommandRejected(OrganRule.ORGAN_EXISTS.on(OrganFact.CODE, c.organ(), known.name()));
                }
                yield List.of();
            }
        };
    }

    private static List<OrganEvent> rename(OrganCommand.RenameOrgan c, Organ organ) {
        requireName(c.name());
        return switch (organ) {
            case Organ.Unknown ignored ->
                throw new CommandRejected(OrganRule.ORGAN_UNKNOWN.on(OrganFact.CODE, c.organ()));
            case Organ.Established known ->
                known.name().equals(c.name())
                        ? List.of()
                        : List.of(new OrganEvent.OrganRenamed(c.organ(), known.name(), c.name()));
        };
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new CommandRejected(OrganRule.NAME_MISSING.on(OrganFact.NAME));
        }
    }
}
