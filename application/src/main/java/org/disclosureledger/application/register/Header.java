package org.disclosureledger.application.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.jspecify.annotations.Nullable;

/** The first row, understood: which column states which fact, and what the further columns are called. */
final class Header {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_QUOTED = 40;

    private final RegisterLayout layout;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> twice = new LinkedHashSet<>();

    /** Exactly one of the two is present, or none when the column has no header. */
    record Column(@Nullable Fact fact, @Nullable String remark) {}

    Header(RegisterLayout layout, RawRow row) {
        this.layout = layout;
        Map<String, Fact> facts = new HashMap<>();
        layout.facts().forEach(fact -> facts.put(Text.key(fact.label()), fact));
        Set<Fact> seen = new HashSet<>();
        Set<String> remarks = new HashSet<>();
        for (RawCell cell : row.cells()) {
            Fact fact = facts.get(Text.key(cell.text()));
            if (fact != null) {
                if (!seen.add(fact)) {
                    twice.add(fact.label());
                }
                columns.add(new Column(fact, null));
            } else if (cell.isEmpty()) {
                columns.add(new Column(null, null));
            } else {
                columns.add(new Column(null, remark(cell.text(), remarks)));
            }
        }
    }

    /** How many cells of a row are headers of this register. */
    static long known(RegisterLayout layout, List<String> cells) {
        Set<String> labels =
                layout.facts().stream().map(fact -> Text.key(fact.label())).collect(Collectors.toSet());
        return cells.stream().map(Text::key).distinct().filter(labels::contains).count();
    }

    Column column(int index) {
        return index < columns.size() ? columns.get(index) : new Column(null, null);
    }

    boolean isComplete() {
        return missing().isEmpty();
    }

    void refuseDuplicates() {
        if (!twice.isEmpty()) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.DUPLICATE_HEADER, "表头重复：" + String.join("、", twice) + "；每个表头只能出现一次", 1, null);
        }
    }

    /** Names what was read only if part of it is a header: otherwise the row may be somebody's data. */
    UnreadableFile refusal() {
        String missing = "缺少表头：" + String.join("、", missing());
        boolean anyKnown = columns.stream().anyMatch(column -> column.fact() != null);
        String read = anyKnown ? "。文件第1行的表头是：" + String.join("、", names()) : "。文件第1行没有“" + layout.title() + "”的任何表头";
        return UnreadableFile.withoutHeader(missing, read);
    }

    private List<String> missing() {
        return layout.mandatoryFacts().stream()
                .filter(fact -> columns.stream().noneMatch(column -> fact.equals(column.fact())))
                .map(Fact::label)
                .toList();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            Fact fact = column.fact();
            String remark = column.remark();
            if (fact != null) {
                names.add(fact.label());
            } else if (remark != null) {
                names.add(remark);
            }
        }
        return names.size() <= MOST_QUOTED ? names : names.subList(0, MOST_QUOTED);
    }

    /** The name of a further column; a name that occurs again is told apart by a number. */
    private static String remark(String text, Set<String> taken) {
        String key = Text.key(text);
        if (key.equals(RegisterLayout.REMARK_HEADER) && taken.add(key)) {
            return key;
        }
        String name = Text.canonical(text.replaceAll("[\\p{Cntrl}\\s]+", " "));
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME)));
        }
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "（" + i + "）";
        }
        return unique;
    }
}
