package org.disclosureledger.application.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.projections.register.RegisterCondition;
import org.disclosureledger.projections.register.RegisterFilter;
import org.disclosureledger.projections.register.RegisterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody wants to see of a register: filter, search, order and columns, as parameters of an address have them. It
 * holds no personal data, since addresses are kept in many places.
 *
 * @param parameters what was asked, without what says nothing or cannot be understood
 * @param faults what cannot be understood, and is not asked therefore
 */
public record RegisterQuestion(
        RegisterLayout register,
        MultiValueMap<String, String> parameters,
        RegisterFilter filter,
        RegisterOrder order,
        List<Fact> columns,
        List<FilterFault> faults) {

    public static final String TEXT = "text";
    public static final String NUMBER = "number";
    public static final String SORT = "sort";
    public static final String COLUMNS = "columns";

    private static final int LONGEST_TEXT = 200;

    /** @param field name of a parameter */
    public record FilterFault(String field, String sentence) {}

    /**
     * A condition that narrows the list, in words.
     *
     * @param name the parameter that says so
     * @param value what it says
     */
    public record Chosen(String name, String value, String words) {}

    public static RegisterQuestion of(RegisterLayout register, MultiValueMap<String, String> given) {
        return new Reader(register, given).read();
    }

    /** @throws Problem when something cannot be understood */
    RegisterQuestion orRefused() {
        if (!faults.isEmpty()) {
            FilterFault first = faults.get(0);
            throw Problem.badRequest(first.field(), first.sentence());
        }
        return this;
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Each condition by itself, in the order of the form. */
    public List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        values(TEXT).forEach(v -> chosen.add(new Chosen(TEXT, v, "含有“" + v + "”")));
        values(NUMBER).forEach(v -> chosen.add(new Chosen(NUMBER, v, "编号含“" + v + "”")));
        for (RegisterField field : RegisterField.of(register)) {
            values(field.name())
                    .forEach(v -> chosen.add(new Chosen(field.name(), v, field.label() + "：" + words(field, v))));
            if (field.until() != null) {
                String until = field.until();
                values(until)
                        .forEach(v -> chosen.add(
                                new Chosen(until, v, field.label() + "：" + DayWords.of(LocalDate.parse(v)) + "及以前")));
            }
        }
        return chosen;
    }

    private static String words(RegisterField field, String value) {
        return switch (field.kind()) {
            case YEARS -> value + "年";
            case DAYS -> DayWords.of(LocalDate.parse(value)) + "及以后";
            case CODES, UNSTATED -> field.options().getOrDefault(value, value);
        };
    }

    /** The order in words. */
    public String orderWords() {
        Fact by = order.by();
        return by == null ? "最近登记的在前" : "按" + by.label() + (order.descending() ? "降序" : "升序");
    }

    /** Reads parameters one after the other. */
    private static final class Reader {

        private final RegisterLayout register;
        private final MultiValueMap<String, String> given;
        private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        private final List<RegisterCondition> conditions = new ArrayList<>();
        private final List<FilterFault> faults = new ArrayList<>();

        Reader(RegisterLayout register, MultiValueMap<String, String> given) {
            this.register = register;
            this.given = given;
        }

        RegisterQuestion read() {
            String text = text(TEXT);
            String number = text(NUMBER);
            List<RegisterField> fields = RegisterField.of(register);
            fields.forEach(this::read);
            refuseFieldsOfOthers(fields);
            RegisterOrder order = order();
            List<Fact> columns = columns();
            return new RegisterQuestion(
                    register,
                    parameters,
                    new RegisterFilter(
                            number,
                            text == null ? List.of() : List.of(text.split(" ", -1)),
                            List.copyOf(conditions),
                            null),
                    order,
                    columns,
                    List.copyOf(faults));
        }

        private @Nullable String text(String name) {
            String first = given.getFirst(name);
            String text = first == null
                    ? ""
                    : first.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
            if (text.isEmpty()) {
                return null;
            }
            if (text.length() > LONGEST_TEXT) {
                faults.add(new FilterFault(name, "查找的内容太长，最多 " + LONGEST_TEXT + " 个字"));
                return null;
            }
            parameters.add(name, text);
            return text;
        }

        private Set<String> values(String name) {
            Set<String> values = new LinkedHashSet<>();
            given.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .forEach(values::add);
            return values;
        }

        private void read(RegisterField field) {
            switch (field.kind()) {
                case YEARS -> years(field);
                case DAYS -> days(field);
                case CODES -> {
                    Set<String> codes = options(field);
                    if (!codes.isEmpty()) {
                        boolean orNone = codes.remove(RegisterField.OPEN);
                        conditions.add(new RegisterCondition.AnyOf(field.fact(), codes, orNone));
                    }
                }
                case UNSTATED -> {
                    Set<String> unstated = options(field);
                    if (unstated.size() == 1) {
                        conditions.add(new RegisterCondition.Stated(field.fact(), unstated.contains("false")));
                    }
                }
            }
        }

        private Set<String> options(RegisterField field) {
            Set<String> known = new LinkedHashSet<>();
            for (String value : values(field.name())) {
                if (field.options().containsKey(value)) {
                    known.add(value);
                    parameters.add(field.name(), value);
                } else {
                    faults.add(new FilterFault(field.name(), field.label() + "没有“" + value + "”这一项"));
                }
            }
            return known;
        }

        private void years(RegisterField field) {
            Set<String> years = new LinkedHashSet<>();
            for (String value : values(field.name())) {
                if (value.matches("\\d{4}")) {
                    years.add(value);
                    parameters.add(field.name(), value);
                } else {
                    faults.add(new FilterFault(field.name(), field.label() + "应为四位数字的年份，不能是“" + value + "”"));
                }
            }
            if (!years.isEmpty()) {
                conditions.add(new RegisterCondition.InYears(field.fact(), years));
            }
        }

        private void days(RegisterField field) {
            LocalDate from = day(field, field.name());
            LocalDate to = field.until() == null ? null : day(field, field.until());
            if (from != null && to != null && from.isAfter(to)) {
                faults.add(new FilterFault(field.name(), field.label() + "的第一天在最后一天之后"));
                parameters.remove(field.name());
                parameters.remove(field.until());
            } else if (from != null || to != null) {
                conditions.add(new RegisterCondition.Between(field.fact(), from, to));
            }
        }

        private @Nullable LocalDate day(RegisterField field, String name) {
            String value = values(name).stream().findFirst().orElse(null);
            if (value == null) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(value);
                parameters.add(name, value);
                return day;
            } catch (DateTimeException e) {
                faults.add(new FilterFault(name, field.label() + "“" + value + "”不是存在的日期，请按“年-月-日”填写"));
                return null;
            }
        }

        /** A filter that says nothing here would be taken for one that nothing offends. */
        private void refuseFieldsOfOthers(List<RegisterField> fields) {
            List<String> known = fields.stream().map(RegisterField::name).toList();
            Arrays.stream(RegisterLayout.values())
                    .flatMap(other -> RegisterField.of(other).stream())
                    .filter(field -> !known.contains(field.name())
                            && !values(field.name()).isEmpty())
                    .map(field -> new FilterFault(field.name(), register.title() + "不能按“" + field.label() + "”筛选"))
                    .distinct()
                    .forEach(faults::add);
        }

        private RegisterOrder order() {
            String sort = values(SORT).stream().findFirst().orElse(null);
            if (sort == null) {
                return RegisterOrder.RECORDED;
            }
            boolean descending = sort.startsWith("-");
            String id = descending ? sort.substring(1) : sort;
            for (Fact fact : RegisterColumns.possible(register)) {
                if (fact.id().equals(id)) {
                    parameters.add(SORT, sort);
                    List<String> codes = fact.type() == FactType.CODE
                            ? List.copyOf(RegisterWords.choices(fact).keySet())
                            : List.of();
                    return new RegisterOrder(fact, descending, codes);
                }
            }
            faults.add(new FilterFault(SORT, register.title() + "不能按“" + sort + "”排序"));
            return RegisterOrder.RECORDED;
        }

        private List<Fact> columns() {
            Set<String> ids = values(COLUMNS);
            List<String> possible =
                    RegisterColumns.possible(register).stream().map(Fact::id).toList();
            ids.stream()
                    .filter(id -> !possible.contains(id))
                    .forEach(id -> faults.add(new FilterFault(COLUMNS, register.title() + "的列表没有“" + id + "”这一列")));
            ids.retainAll(possible);
            List<Fact> columns = RegisterColumns.chosen(register, ids);
            if (!columns.equals(RegisterColumns.usual(register))) {
                columns.forEach(column -> parameters.add(COLUMNS, column.id()));
            }
            return columns;
        }
    }
}
