package org.disclosureledger.application.organ;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.office.XmlText;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.organ.OrganStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which organ stands under which (机关隶属): tells the tree of any day as of any instant, and takes in moves and mergers. */
@Component
public class Hierarchy {

    private static final int LONGEST_REASON = 2_000;

    private final Organs organs;
    private final OrganStore store;
    private final Commands commands;
    private final Projections projections;
    private final ReadPoints points;
    private final Ledger ledger;
    private final Clock clock;

    Hierarchy(
            Organs organs,
            OrganStore store,
            Commands commands,
            Projections projections,
            ReadPoints points,
            Ledger ledger,
            Clock clock) {
        this.organs = organs;
        this.store = store;
        this.commands = commands;
        this.projections = projections;
        this.points = points;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An organ in the tree of a day.
     *
     * @param placement what was stated of it; null when nothing was
     * @param merger that it ceased, by that day or later; null when it did not
     */
    public record Node(
            OrganRow organ,
            OrganTree.@Nullable Placement placement,
            OrganTree.@Nullable Merger merger,
            List<Node> below) {}

    /**
     * What was stated of an organ's place.
     *
     * @param words in Chinese
     * @param corrected whether a later statement took its place
     */
    public record Statement(long number, Instant recordedAt, String by, String words, boolean corrected) {}

    /**
     * The tree of a day.
     *
     * @param roots those that stand under none whom the reader may see
     * @param ceased those that are no more on that day
     */
    public record Shown(LocalDate day, @Nullable Instant asOf, List<Node> roots, List<Node> ceased) {}

    /** Of all organs, whoever asks: who stands under whom is what an organ is among the others. */
    public OrganTree tree(ReadPoint at) {
        return Access.asProduct(() -> store.tree(at.number()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA);
    }

    /**
     * The trees of the organs that somebody knows.
     *
     * @param day null for today
     * @param known which organs may be the tops; whatever stands under one is shown with it
     */
    public Shown shown(@Nullable LocalDate day, @Nullable String asOf, Predicate<String> known) {
        ReadPoint at = points.at(asOf);
        LocalDate on = day == null ? today() : day;
        OrganTree tree = tree(at);
        Map<String, OrganRow> rows = rows();
        Set<String> mine =
                store.all().stream().map(OrganRow::code).filter(known).collect(Collectors.toSet());
        Map<OrganCode, List<OrganCode>> children = tree.children(on);
        List<Node> roots = new ArrayList<>();
        List<Node> ceased = new ArrayList<>();
        for (OrganRow row : rows.values()) {
            OrganCode organ = new OrganCode(row.code());
            if (mine.contains(row.code()) && !tree.stands(organ, on)) {
                ceased.add(new Node(row, tree.placement(organ, on), tree.merger(organ), List.of()));
            } else if (mine.contains(row.code())
                    && tree.above(organ, on).stream().noneMatch(a -> mine.contains(a.value()))) {
                roots.add(node(row, on, tree, children, rows, Set.of()));
            }
        }
        return new Shown(on, at.asOf(), roots, ceased);
    }

    /** Of all organs: what stands under one that the reader knows is shown with it. */
    private Map<String, OrganRow> rows() {
        Map<String, OrganRow> rows = new LinkedHashMap<>();
        Access.asProduct(store::all).forEach(row -> rows.put(row.code(), row));
        return rows;
    }

    private static Node node(
            OrganRow row,
            LocalDate on,
            OrganTree tree,
            Map<OrganCode, List<OrganCode>> children,
            Map<String, OrganRow> rows,
            Set<OrganCode> met) {
        OrganCode organ = new OrganCode(row.code());
        Set<OrganCode> path = new HashSet<>(met);
        path.add(organ);
        List<Node> below = new ArrayList<>();
        for (OrganCode child : children.getOrDefault(organ, List.of())) {
            OrganRow childRow = rows.get(child.value());
            if (childRow != null && !path.contains(child)) {
                below.add(node(childRow, on, tree, children, rows, path));
            }
        }
        return new Node(row, tree.placement(organ, on), tree.merger(organ), below);
    }

    /** What an organ is called; null when the reader may not see it. */
    public @Nullable String name(String organ) {
        return store.find(organ).map(OrganRow::name).orElse(null);
    }

    private Map<String, String> names() {
        return rows().values().stream().collect(Collectors.toMap(OrganRow::code, OrganRow::name));
    }

    /** Whether it is stated that an organ ceased or will cease. */
    public boolean merged(String organ) {
        return tree(ReadPoint.latest()).merger(new OrganCode(organ)) != null;
    }

    /** Everything that was ever stated of an organ's place, the latest first. */
    public List<Statement> statements(String organ) {
        List<Statement> statements = new ArrayList<>();
        Map<LocalDate, Long> placements = new TreeMap<>();
        long[] merger = {0};
        List<StoredEvent> events = ledger.ofAggregate(OrganWiring.id(organ), 0);
        for (StoredEvent stored : events) {
            if (stored.event() instanceof OrganEvent.OrganPlaced e) {
                placements.put(e.placedFrom(), stored.number());
            } else if (stored.event() instanceof OrganEvent.OrganMerged) {
                merger[0] = stored.number();
            } else if (stored.event() instanceof OrganEvent.OrganMergerWithdrawn) {
                merger[0] = 0;
            }
        }
        Map<String, String> names = names();
        for (StoredEvent stored : events) {
            String by = stored.metadata().getOrDefault("by", "");
            if (stored.event() instanceof OrganEvent.OrganPlaced e) {
                boolean corrected = !placements.containsValue(stored.number());
                OrganCode superior = e.superior();
                statements.add(new Statement(
                        stored.number(),
                        stored.recordedAt(),
                        by,
                        DayWords.of(e.placedFrom()) + "起"
                                + (superior == null ? "没有上级机关" : "隶属于" + named(superior, names)),
                        corrected));
            } else if (stored.event() instanceof OrganEvent.OrganMerged e) {
                statements.add(new Statement(
                        stored.number(),
                        stored.recordedAt(),
                        by,
                        DayWords.of(e.mergedOn()) + "撤并，由" + named(e.into(), names) + "承接",
                        merger[0] != stored.number()));
            } else if (stored.event() instanceof OrganEvent.OrganMergerWithdrawn e) {
                statements.add(new Statement(
                        stored.number(),
                        stored.recordedAt(),
                        by,
                        "撤销“" + DayWords.of(e.mergedOn()) + "撤并”的登记，理由：" + e.reason(),
                        false));
            }
        }
        statements.sort(Comparator.comparingLong(Statement::number).reversed());
        return statements;
    }

    private static String named(OrganCode organ, Map<String, String> names) {
        String name = names.get(organ.value());
        return (name == null ? "" : name) + "（" + organ + "）";
    }

    /**
     * @param superior null to stand under none
     * @throws Problem when there is no such organ
     * @throws org.disclosureledger.domain.CommandRejected when places would contradict each other
     */
    public Recorded place(String organ, @Nullable String superior, LocalDate from, String user, CommandId id) {
        OrganCode above = superior == null ? null : code("superior", superior);
        return send(organ, code -> new OrganCommand.PlaceOrgan(code, above, from, today()), user, id);
    }

    /**
     * @throws Problem when there is no such organ
     * @throws org.disclosureledger.domain.CommandRejected when places would contradict each other
     */
    public Recorded merge(String organ, String into, LocalDate on, String user, CommandId id) {
        OrganCode successor = code("into", into);
        return send(organ, code -> new OrganCommand.MergeOrgan(code, successor, on, today()), user, id);
    }

    /**
     * @throws Problem when there is no such organ
     * @throws org.disclosureledger.domain.CommandRejected when it did not merge, or no reason is given
     */
    public Recorded withdrawMerger(String organ, String reason, String user, CommandId id) {
        String kept = XmlText.printable(reason.replaceAll("\\s+", " ")).strip();
        if (kept.length() > LONGEST_REASON) {
            throw Problem.badRequest("reason", "文字超过 " + LONGEST_REASON + " 个字符");
        }
        return send(organ, code -> new OrganCommand.WithdrawMerger(code, kept), user, id);
    }

    private interface Asked {
        OrganCommand of(OrganCode organ);
    }

    private Recorded send(String organ, Asked command, String user, CommandId id) {
        OrganCode code = code("organ", organ);
        organs.require(organ);
        projections.catchUp();
        Recorded recorded = commands.send(OrganWiring.AGGREGATE, command.of(code), Aggregates.by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    private static OrganCode code(String field, String typed) {
        if (!OrganCode.isValid(typed)) {
            throw Problem.badRequest(field, "请填写机关代码，例如 410308-cg");
        }
        return new OrganCode(typed);
    }
}
