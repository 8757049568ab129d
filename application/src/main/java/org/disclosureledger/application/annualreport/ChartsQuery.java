package org.disclosureledger.application.annualreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disclosureledger.application.report.AnswerBand;
import org.disclosureledger.application.report.ChartKind;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.report.ReportChart.Category;
import org.disclosureledger.application.report.ReportChart.Series;
import org.disclosureledger.application.report.ReportChart.Value;
import org.disclosureledger.application.request.HandledCases;
import org.disclosureledger.application.request.HandledCases.Answered;
import org.disclosureledger.application.request.HandledCases.Handled;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.AnnualTablesReader.YearInDetail;
import org.disclosureledger.application.statistics.EarlierYear;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which figure goes where in the charts of a report. What the tables have is taken from them; what they do not have, the
 * month and the time of an answer, divides the very cases that a cell of them counts, so that the parts add up to it.
 */
@Component
public class ChartsQuery {

    private static final int YEARS_BEFORE = 4;
    private static final String REQUESTS = "requests";
    private static final String TOTAL = "total";
    private static final CellId RECEIVED = new CellId(REQUESTS, "newReceived", TOTAL);
    private static final CellId ANSWERED = new CellId(REQUESTS, TOTAL, TOTAL);

    /** For a case that is counted and whose history cannot be read, so that no sum lacks it. */
    private static final Category UNREADABLE = new Category("unreadable", "未能读出");

    private final AnnualTablesReader reader;
    private final HandledCases cases;

    ChartsQuery(AnnualTablesReader reader, HandledCases cases) {
        this.reader = reader;
        this.cases = cases;
    }

    /** The charts of a year, and the tables that they are of. */
    public record ReportCharts(AnnualTables tables, List<ReportChart> charts) {

        ReportChart of(ChartKind kind) {
            return charts.stream().filter(c -> c.kind() == kind).findFirst().orElseThrow();
        }
    }

    /**
     * @param asOf an instant, null for now
     * @throws org.disclosureledger.application.api.Problem when the organ is unknown or no form is for the year
     */
    public ReportCharts charts(String organ, int year, @Nullable String asOf) {
        AnnualTables tables = reader.tables(organ, year, asOf);
        return new ReportCharts(tables, charts(tables));
    }

    /** The charts of tables, at the point of the ledger that these show. */
    public List<ReportChart> charts(AnnualTables tables) {
        YearInDetail detail = reader.inDetail(tables, YEARS_BEFORE);
        List<String> concerned = Stream.concat(detail.received().stream(), detail.answered().stream())
                .distinct()
                .toList();
        Map<String, Handled> handled = cases.at(tables.organCode(), concerned, detail.at());
        return List.of(
                receivedByMonth(detail, handled),
                resultGroups(tables),
                results(tables),
                applicantKinds(tables),
                daysToAnswer(detail, handled),
                fiveYears(detail));
    }

    private static ReportChart receivedByMonth(YearInDetail detail, Map<String, Handled> handled) {
        int year = detail.tables().year();
        List<Category> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Category(Integer.toString(month), month + "月"));
        }
        return divided(
                ChartKind.RECEIVED_BY_MONTH,
                year,
                "按收到申请的法定日期计入各月，各月之和等于“一、本年新收政府信息公开申请数量”的总计。",
                months,
                new Series(RECEIVED.row(), "本年新收", List.of(), RECEIVED),
                detail.received(),
                counted -> {
                    Handled known = handled.get(counted);
                    return known == null || known.receivedOn().getYear() != year
                            ? null
                            : Integer.toString(known.receivedOn().getMonthValue());
                });
    }

    private static ReportChart daysToAnswer(YearInDetail detail, Map<String, Handled> handled) {
        int year = detail.tables().year();
        boolean latest = detail.tables().rules().stream().anyMatch(r -> r.choice() == CountingChoice.LATEST_ANSWER);
        List<Category> bands = Stream.of(AnswerBand.values())
                .map(band -> new Category(band.id(), band.label()))
                .toList();
        return divided(
                ChartKind.DAYS_TO_ANSWER,
                year,
                "自收到申请（告知补正、收费的，自收到补正、缴费" + (latest ? "；重新办理的，自重新办理" : "")
                        + "）的次日起至" + (latest ? "最后一次" : "第一次") + "答复之日止的工作日，征求意见的时间不计算在内；"
                        + "各段之和等于“三、本年度办理结果”的总计。",
                bands,
                new Series(ANSWERED.row(), "本年度办结", List.of(), ANSWERED),
                detail.answered(),
                counted -> {
                    Handled known = handled.get(counted);
                    Answered answer = known == null ? null : latest ? known.latest() : known.first();
                    return answer == null || answer.on().getYear() != year
                            ? null
                            : AnswerBand.of(answer.workingDays()).id();
                });
    }

    /** @param of the series without its values */
    private static ReportChart divided(
            ChartKind kind,
            int year,
            String counted,
            List<Category> categories,
            Series of,
            List<String> cases,
            Function<String, @Nullable String> category) {
        Map<String, Long> figures = new LinkedHashMap<>();
        categories.forEach(c -> figures.put(c.id(), 0L));
        for (String each : cases) {
            String id = category.apply(each);
            figures.merge(id == null ? UNREADABLE.id() : id, 1L, Long::sum);
        }
        List<Category> shown = new ArrayList<>(categories);
        if (figures.containsKey(UNREADABLE.id())) {
            shown.add(UNREADABLE);
        }
        List<Value> values = shown.stream()
                .map(c -> new Value(figures.get(c.id()), null, year))
                .toList();
        return new ReportChart(
                kind, year, counted, shown, List.of(new Series(of.id(), of.label(), values, of.sumIs())));
    }

    private static ReportChart resultGroups(AnnualTables tables) {
        Map<String, Long> groups = new LinkedHashMap<>();
        Map<String, CellId> only = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            CellId cell = new CellId(REQUESTS, outcome.id(), TOTAL);
            groups.merge(outcome.group(), figure(tables.figures(), cell), Long::sum);
            only.put(outcome.group(), cell);
        }
        List<Category> categories = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        groups.forEach((group, figure) -> {
            CellId cell = only.get(group);
            boolean single = cell != null && !cell.row().contains(".");
            categories.add(new Category(cell == null ? group : cell.row().replaceFirst("\\..*", ""), group));
            values.add(new Value(figure, single ? cell : null, tables.year()));
        });
        return ofAnswers(ChartKind.RESULT_GROUPS, tables, categories, values, "六类之和");
    }

    private static ReportChart results(AnnualTables tables) {
        List<Category> categories = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            CellId cell = new CellId(REQUESTS, outcome.id(), TOTAL);
            boolean itself = outcome.group().equals(outcome.label());
            categories.add(
                    new Category(outcome.id(), itself ? outcome.label() : outcome.group() + "：" + outcome.label()));
            values.add(new Value(figure(tables.figures(), cell), cell, tables.year()));
        }
        return ofAnswers(ChartKind.RESULTS, tables, categories, values, "二十一项之和");
    }

    private static ReportChart ofAnswers(
            ChartKind kind, AnnualTables tables, List<Category> categories, List<Value> values, String sum) {
        return new ReportChart(
                kind,
                tables.year(),
                "按作出答复的法定日期计入本年度，一件申请计一项结果；" + sum + "等于“三、本年度办理结果”的总计。",
                categories,
                List.of(new Series(ANSWERED.row(), "本年度办结", values, ANSWERED)));
    }

    private static ReportChart applicantKinds(AnnualTables tables) {
        List<Category> categories = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (ApplicantKind kind : ApplicantKind.values()) {
            CellId cell = new CellId(REQUESTS, RECEIVED.row(), kind.id());
            categories.add(
                    new Category(kind.id(), kind == ApplicantKind.OTHER_ORGANIZATION ? "其他法人或组织" : kind.label()));
            values.add(new Value(figure(tables.figures(), cell), cell, tables.year()));
        }
        return new ReportChart(
                ChartKind.APPLICANT_KINDS,
                tables.year(),
                "按收到申请的法定日期计入本年度；六类之和等于“一、本年新收政府信息公开申请数量”的总计。",
                categories,
                List.of(new Series(RECEIVED.row(), "本年新收", values, RECEIVED)));
    }

    private static ReportChart fiveYears(YearInDetail detail) {
        AnnualTables tables = detail.tables();
        Map<Integer, Figures> years = new LinkedHashMap<>();
        StringBuilder sources = new StringBuilder("各年度报表中的数。");
        for (EarlierYear earlier : detail.earlier()) {
            years.put(earlier.year(), earlier.figures());
            sources.append(earlier.source()).append("；");
        }
        years.put(tables.year(), tables.figures());
        sources.append(tables.year()).append("年度按台账统计。");
        List<Category> categories = years.keySet().stream()
                .map(year -> new Category(year.toString(), year + "年"))
                .toList();
        return new ReportChart(
                ChartKind.FIVE_YEARS,
                tables.year(),
                sources.toString(),
                categories,
                List.of(
                        overYears("received", "新收申请", years, List.of(RECEIVED)),
                        overYears("answered", "办结申请", years, List.of(ANSWERED)),
                        overYears(
                                "reconsiderations",
                                "行政复议",
                                years,
                                List.of(new CellId("reconsideration", "reconsideration", TOTAL))),
                        overYears(
                                "suits",
                                "行政诉讼",
                                years,
                                List.of(
                                        new CellId("litigation", "direct", TOTAL),
                                        new CellId("litigation", "afterReconsideration", TOTAL)))));
    }

    private static Series overYears(String id, String label, Map<Integer, Figures> years, List<CellId> cells) {
        List<Value> values = new ArrayList<>();
        years.forEach((year, figures) -> values.add(new Value(
                cells.stream().mapToLong(cell -> figure(figures, cell)).sum(),
                cells.size() == 1 ? cells.get(0) : null,
                year)));
        return new Series(id, label, values, null);
    }

    private static long figure(Figures figures, CellId cell) {
        BigDecimal figure = figures.find(cell);
        return figure == null ? 0 : figure.longValueExact();
    }
}
