package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.CellSource;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/** Which sums make which cell of a form: a count is 0 without cases, a reported amount is blank until reported. */
final class FormFigures {

    private FormFigures() {}

    static Figures of(StatutoryForm form, List<MeasuredSum> sums) {
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        form.cells().forEach((cell, source) -> {
            BigDecimal value = value(source, sums);
            if (value != null) {
                values.put(cell, value);
            }
        });
        return Figures.of(values);
    }

    private static @Nullable BigDecimal value(CellSource source, List<MeasuredSum> sums) {
        if (source.reported()) {
            return sums.stream()
                    .filter(s -> source.counts(s.measure(), s.breakdown()))
                    .map(MeasuredSum::quantity)
                    .reduce(BigDecimal::add)
                    .orElse(null);
        }
        return BigDecimal.valueOf(sums.stream()
                .filter(s -> source.counts(s.measure(), s.breakdown()))
                .mapToLong(MeasuredSum::cases)
                .sum());
    }
}
