package org.disclosureledger.domain.organ;

import java.util.List;
import org.disclosureledger.domain.CommandRejected;

/**
 * An organ is established once; establishing it again in the same words changes nothing, nor does choosing again what
 * was chosen last.
 */
public final class OrganRules {

    /** The first year of form 国办公开办函〔2021〕30号. */
    private static final int FIRST_YEAR = 2021;

    private OrganRules() {}

    /**
     * @param others asked only by what speaks of other organs
     * @throws CommandRejected when the code is taken, unknown, or the name is missing; or when places contradict each other
     */
    public static List<OrganEvent> handle(OrganCommand command, Organ organ, OtherOrgans others) {
        return switch (command) {
            case OrganCommand.EstablishOrgan c -> establish(c, organ);
            case OrganCommand.RenameOrgan c -> rename(c, organ);
            case OrganCommand.ChooseCountingRule c -> choose(c, organ);
            case OrganCommand.SetApproval c -> setApproval(c, organ);
            case OrganCommand.PlaceOrgan c -> HierarchyRules.place(known(c, organ), others);
            case OrganCommand.MergeOrgan c -> HierarchyRules.merge(known(c, organ), others);
            case OrganCommand.WithdrawMerger c -> HierarchyRules.withdraw(known(c, organ), others);
        };
    }

    private static List<OrganEvent> establish(OrganCommand.EstablishOrgan c, Organ organ) {
        requireName(c.name());
        if (c.organ().equals(OrganCode.ALL)) {
            throw new CommandRejected(OrganRule.ORGAN_EXISTS.on(OrganFact.CODE, c.organ(), "全部机关"));
        }
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

    /** The form is for 2021 and later; the choice may be made ahead for the year to come. */
    private static List<OrganEvent> choose(OrganCommand.ChooseCountingRule c, Organ organ) {
        if (c.choice().rule() != c.rule()) {
            throw new CommandRejected(OrganRule.CHOICE_OF_ANOTHER_RULE.onField(
                    "choice", c.choice().label(), c.rule().label()));
        }
        int last = c.today().getYear() + 1;
        if (c.fromYear() < FIRST_YEAR || c.fromYear() > last) {
            throw new CommandRejected(OrganRule.FROM_IMPOSSIBLE_YEAR.onField(
                    "fromYear", String.valueOf(FIRST_YEAR), String.valueOf(last)));
        }
        return switch (organ) {
            case Organ.Unknown ignored ->
                throw new CommandRejected(OrganRule.ORGAN_UNKNOWN.on(OrganFact.CODE, c.organ()));
            case Organ.Established known -> {
                var chosen = new OrganEvent.CountingRuleChosen(
                        c.organ(), c.rule(), c.choice(), c.choice().version(), c.fromYear());
                yield chosen.equals(known.last(c.rule())) ? List.of() : List.of(chosen);
            }
        };
    }

    private static List<OrganEvent> setApproval(OrganCommand.SetApproval c, Organ organ) {
        if (organ instanceof Organ.Unknown) {
            throw new CommandRejected(OrganRule.ORGAN_UNKNOWN.on(OrganFact.CODE, c.organ()));
        }
        if (organ.requiresApproval(c.step()) == c.required()) {
            return List.of();
        }
        return List.of(
                c.required()
                        ? new OrganEvent.ApprovalRequired(c.organ(), c.step())
                        : new OrganEvent.ApprovalDropped(c.organ(), c.step()));
    }

    private static <C extends OrganCommand> C known(C command, Organ organ) {
        if (organ instanceof Organ.Unknown) {
            throw new CommandRejected(OrganRule.ORGAN_UNKNOWN.onField("organ", command.organ()));
        }
        return command;
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new CommandRejected(OrganRule.NAME_MISSING.on(OrganFact.NAME));
        }
    }
}
