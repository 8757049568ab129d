package org.disclosureledger.application.web.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.RegisterColumns;
import org.disclosureledger.application.registers.RegisterField;
import org.disclosureledger.application.registers.RegisterQuestion;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.projections.register.RegisterListStore.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form by which a list is narrowed, sorted and given its columns, as it was filled in.
 *
 * @param text what was searched
 */
public record ListForm(String text, List<Field> fields, List<Option> sorts, List<Option> columns) {

    /**
     * What can be chosen for a field.
     *
     * @param label null for options without a group
     */
    public record Group(@Nullable String label, List<Option> options) {}

    public record Option(String id, String label, boolean chosen) {}

    /**
     * @param until name of the field for the last day, null for a field with options
     * @param first what the field for the first day says, as typed
     * @param last what the field for the last day says, as typed
     */
    public record Field(
            String name, @Nullable String until, String label, List<Group> groups, String first, String last) {

        public boolean isUsed() {
            return !first.isEmpty()
                    || !last.isEmpty()
                    || groups.stream().anyMatch(g -> g.options().stream().anyMatch(Option::chosen));
        }
    }

    /** @param years in which rows of the register begin, up to this one; null when it has none */
    static ListForm of(
            RegisterQuestion question, MultiValueMap<String, String> typed, @Nullable Years years, int thisYear) {
        RegisterLayout register = question.register();
        String text = typed.getFirst(RegisterQuestion.TEXT);
        return new ListForm(
                text == null ? "" : text,
                RegisterField.of(register).stream()
                        .map(field -> field(field, question, typed, years, thisYear))
                        .toList(),
                sorts(question),
                RegisterColumns.possible(register).stream()
                        .skip(1)
                        .map(f ->
                                new Option(f.id(), f.label(), question.columns().contains(f)))
                        .toList());
    }

    private static List<Option> sorts(RegisterQuestion question) {
        String sort =
                question.values(RegisterQuestion.SORT).stream().findFirst().orElse("");
        List<Option> sorts = new ArrayList<>();
        sorts.add(new Option("", "最近登记的在前", sort.isEmpty()));
        for (Fact fact : RegisterColumns.possible(question.register())) {
            String descending = "-" + fact.id();
            sorts.add(new Option(fact.id(), fact.label() + "（升序）", sort.equals(fact.id())));
            sorts.add(new Option(descending, fact.label() + "（降序）", sort.equals(descending)));
        }
        return sorts;
    }

    private static Field field(
            RegisterField field,
            RegisterQuestion question,
            MultiValueMap<String, String> typed,
            @Nullable Years years,
            int thisYear) {
        List<String> chosen = question.values(field.name());
        List<Group> groups = switch (field.kind()) {
            case DAYS -> List.of();
            case YEARS -> List.of(new Group(null, years(chosen, years, thisYear)));
            case CODES, UNSTATED -> groups(field, chosen);
        };
        boolean days = field.until() != null;
        return new Field(
                field.name(),
                field.until(),
                field.label(),
                groups,
                days ? typed(typed, field.name()) : "",
                days ? typed(typed, String.valueOf(field.until())) : "");
    }

    private static String typed(MultiValueMap<String, String> typed, String name) {
        String first = typed.getFirst(name);
        return first == null ? "" : first;
    }

    /** What is answered or repealed may be so until today. */
    private static List<Option> years(List<String> chosen, @Nullable Years years, int thisYear) {
        List<String> offered = new ArrayList<>();
        if (years != null) {
            IntStream.rangeClosed(years.first(), Math.max(years.last(), thisYear))
                    .forEach(year -> offered.add(0, "%04d".formatted(year)));
        }
        chosen.stream().filter(year -> !offered.contains(year)).forEach(offered::add);
        return offered.stream()
                .map(year -> new Option(year, year + "年", chosen.contains(year)))
                .toList();
    }

    /** The results in the groups of the form, as table 三 has them. */
    private static List<Group> groups(RegisterField field, List<String> chosen) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        boolean results = field.fact() == RequestFact.OUTCOME;
        field.options().forEach((id, label) -> {
            boolean chosenOne = chosen.contains(id);
            if (!results || id.equals(RegisterField.OPEN)) {
                add(groups, "", new Option(id, label, chosenOne));
            } else {
                Outcome outcome = Outcome.of(id);
                boolean alone = outcome.group().equals(outcome.label());
                add(groups, alone ? "" : outcome.group(), new Option(id, outcome.label(), chosenOne));
            }
        });
        List<Group> answer = new ArrayList<>();
        groups.forEach((label, options) -> answer.add(new Group(label.isEmpty() ? null : label, options)));
        return answer;
    }

    private static void add(Map<String, List<Option>> groups, String group, Option option) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(option);
    }
}
