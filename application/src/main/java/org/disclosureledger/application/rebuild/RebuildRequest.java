package org.disclosureledger.application.rebuild;

import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody asks to rebuild; what is left out means all.
 *
 * @param swap whether the rebuilt rows are to take the place of the live ones when they agree; left out, they are unless a
 *     year is named
 */
public record RebuildRequest(
        @Nullable List<String> projectors,
        @Nullable String organ,
        @Nullable Integer year,
        @Nullable Boolean swap) {

    /** @throws Problem when there is nothing of that kind to rebuild */
    RebuildSpec among(List<Projector> all) {
        List<String> known = all.stream().map(Projector::name).toList();
        List<String> wanted = projectors == null || projectors.isEmpty() ? known : projectors;
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.badRequest("projectors", "没有名为“" + name + "”的投影；有：" + String.join("、", known));
        });
        if (year != null && StatutoryForms.forYear(year).isEmpty()) {
            throw Problem.badRequest("year", year + "年度没有可用的报表格式");
        }
        if (year != null && Boolean.TRUE.equals(swap)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "rebuild-year", "不能只换上一个年度", "只重建一个年度时只作比较，不换上；要换上，请不填年度");
        }
        List<String> names = all.stream()
                .filter(p -> wanted.contains(p.name()) && (year == null || ofYears(p)))
                .map(Projector::name)
                .toList();
        if (names.isEmpty()) {
            throw Problem.badRequest("projectors", "所选的表不分年度，不能只比较一个年度");
        }
        return new RebuildSpec(names, organ, year, year == null && !Boolean.FALSE.equals(swap));
    }

    private static boolean ofYears(Projector projector) {
        return projector.tables().stream().anyMatch(t -> !t.years().isEmpty());
    }
}
