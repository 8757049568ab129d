package org.disclosureledger.domain.organ;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Under whom an organ stands, and into whom it merged. What changes nothing on any day is not recorded again; what is
 * stated of a day on which something was stated already corrects it. Nobody stands above himself on any day.
 */
final class HierarchyRules {

    private static final LocalDate FOUNDING = LocalDate.of(1949, 10, 1);

    private HierarchyRules() {}

    static List<OrganEvent> place(OrganCommand.PlaceOrgan c, OtherOrgans others) {
        day("from", c.from(), c.today());
        OrganTree tree = others.tree();
        OrganTree.Merger ceased = tree.merger(c.organ());
        if (ceased != null && !c.from().isBefore(ceased.on())) {
            throw refused(OrganRule.CEASED_ORGAN_PLACED.onField("from", ceased.on()));
        }
        OrganCode superior = c.superior();
        if (superior != null) {
            above(c, superior, tree, others);
        }
        if (stated(c, tree)) {
            return List.of();
        }
        circle("superior", c.organ(), c.from(), tree.with(new OrganTree.Placement(c.organ(), c.from(), superior)));
        return List.of(new OrganEvent.OrganPlaced(c.organ(), superior, c.from()));
    }

    private static void above(OrganCommand.PlaceOrgan c, OrganCode superior, OrganTree tree, OtherOrgans others) {
        if (superior.equals(c.organ())) {
            throw refused(OrganRule.OWN_SUPERIOR.onField("superior"));
        }
        if (!others.exists(superior)) {
            throw refused(OrganRule.ORGAN_UNKNOWN.onField("superior", superior));
        }
        OrganTree.Merger ceased = tree.merger(superior);
        if (ceased != null && !c.from().isBefore(ceased.on())) {
            throw refused(OrganRule.SUPERIOR_CEASED.onField("superior", superior, ceased.on()));
        }
    }

    /** A statement about the very day is repeated only by another of the same content, one about an earlier day by both. */
    private static boolean stated(OrganCommand.PlaceOrgan c, OrganTree tree) {
        OrganTree.Placement holds = tree.placement(c.organ(), c.from());
        return Objects.equals(holds == null ? null : holds.superior(), c.superior());
    }

    static List<OrganEvent> merge(OrganCommand.MergeOrgan c, OtherOrgans others) {
        day("on", c.on(), c.today());
        if (c.into().equals(c.organ())) {
            throw refused(OrganRule.MERGED_INTO_ITSELF.onField("into"));
        }
        if (!others.exists(c.into())) {
            throw refused(OrganRule.ORGAN_UNKNOWN.onField("into", c.into()));
        }
        OrganTree tree = others.tree();
        OrganTree.Merger ceased = tree.merger(c.into());
        if (ceased != null && !c.on().isBefore(ceased.on())) {
            throw refused(OrganRule.MERGED_INTO_CEASED.onField("into", c.into(), ceased.on()));
        }
        var merger = new OrganTree.Merger(c.organ(), c.into(), c.on());
        if (merger.equals(tree.merger(c.organ()))) {
            return List.of();
        }
        circle("into", c.into(), c.on(), tree.with(merger));
        return List.of(new OrganEvent.OrganMerged(c.organ(), c.into(), c.on()));
    }

    static List<OrganEvent> withdraw(OrganCommand.WithdrawMerger c, OtherOrgans others) {
        OrganTree tree = others.tree();
        OrganTree.Merger merger = tree.merger(c.organ());
        if (merger == null) {
            throw refused(OrganRule.NOT_MERGED.onField("organ"));
        }
        if (c.reason().isBlank()) {
            throw refused(OrganRule.MERGER_WITHDRAWN_WITHOUT_REASON.onField("reason"));
        }
        circle("organ", c.organ(), merger.on(), tree.withoutMergerOf(c.organ()));
        return List.of(new OrganEvent.OrganMergerWithdrawn(c.organ(), merger.into(), merger.on(), c.reason()));
    }

    private static void circle(String field, OrganCode organ, LocalDate from, OrganTree tree) {
        @Nullable LocalDate day = tree.circleOf(organ, from);
        if (day != null) {
            throw refused(OrganRule.SUPERIOR_IN_CIRCLE.onField(field, day, organ));
        }
    }

    /** A decision that is taken may be entered before its day, by a year at most. */
    private static void day(String field, LocalDate day, LocalDate today) {
        LocalDate last = today.plusYears(1);
        if (day.isBefore(FOUNDING) || day.isAfter(last)) {
            throw refused(OrganRule.DAY_OUT_OF_RANGE.onField(field, FOUNDING, last));
        }
    }

    private static CommandRejected refused(Finding finding) {
        return new CommandRejected(finding);
    }
}
