package org.disclosureledger.projections.annualtables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disclosureledger.projections.annualtables.AnnualTablesStore.SumOfYear;
import org.disclosureledger.projections.form.StatutoryForm;

/** The figures of every organ in some years. */
public final class FiguresOfAll {

    private record Place(String organ, int year) {}

    /** How the tables of a year are counted. */
    interface Rules {

        List<AppliedRule> of(String organ, int year);
    }

    private final Map<Place, List<SumOfYear>> sums;
    private final Rules rules;

    FiguresOfAll(List<SumOfYear> sums, Rules rules) {
        this.sums = sums.stream()
                .collect(Collectors.groupingBy(s -> new Place(s.organ(), s.year()), HashMap::new, Collectors.toList()));
        this.rules = rules;
    }

    /** Those for which anything counts in one of the years. */
    public Set<String> organs() {
        return sums.keySet().stream().map(Place::organ).collect(Collectors.toCollection(TreeSet::new));
    }

    public Figures figures(String organ, int year, StatutoryForm form) {
        Set<String> chosen =
                rules.of(organ, year).stream().map(AppliedRule::mark).collect(Collectors.toSet());
        return FormFigures.of(
                form,
                sums.getOrDefault(new Place(organ, year), List.of()).stream()
                        .filter(s -> s.under() == null || chosen.contains(s.under()))
                        .map(SumOfYear::sum)
                        .toList());
    }
}
