package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.projections.annualtables.TableCheck.Level;
import org.jspecify.annotations.Nullable;

/**
 * The rules that annual tables must satisfy, however they were made: they read figures only, so that a table typed
 * elsewhere is judged as one that was counted here. A rule that needs last year's table is not applied without it.
 */
public final class TableChecks {

    /** The one check that is about how the tables were made; it stands only where it fails. */
    public static final String UNPROCESSED = "ledger.unprocessedEvents";

    private static final String REQUESTS = "requests";
    private static final String TOTAL = "total";

    private static final Map<String, String> KIND_COLUMNS = kindColumns();
    private static final Map<String, String> ALL_COLUMNS = allColumns();

    private TableChecks() {}

    /**
     * @param previous last year's figures, null when they are not known
     * @param directSuits direct lawsuits since 2024 over refusals under art. 14 to 16, null when cases are not known
     */
    public static List<TableCheck> evaluate(
            Figures figures, @Nullable Figures previous, RegulatoryPower power, @Nullable Integer directSuits) {
        List<TableCheck> checks = new ArrayList<>();
        ALL_COLUMNS.forEach((column, label) -> checks.add(check(
                "requests.balance",
                null,
                column,
                sum(requests(figures, "newReceived", column), requests(figures, "carriedIn", column)),
                sum(requests(figures, TOTAL, column), requests(figures, "carriedOut", column)),
                Level.ERROR,
                label + "：一、本年新收 ＋ 二、上年结转 ＝ 三（七）总计 ＋ 四、结转下年度")));
        ALL_COLUMNS.forEach((column, label) -> checks.add(check(
                "requests.total",
                TOTAL,
                column,
                results(figures, column),
                requests(figures, TOTAL, column),
                Level.ERROR,
                label + "：21 项办理结果之和 ＝ 三（七）总计")));
        rows().forEach((row, label) -> checks.add(check(
                "requests.columns",
                row,
                TOTAL,
                kinds(figures, row),
                requests(figures, row, TOTAL),
                Level.ERROR,
                label + "：六类申请人之和 ＝ 总计")));
        if (previous != null) {
            ALL_COLUMNS.forEach((column, label) -> checks.add(check(
                    "requests.carryOver",
                    "carriedIn",
                    column,
                    requests(previous, "carriedOut", column),
                    requests(figures, "carriedIn", column),
                    Level.ERROR,
                    label + "：二、上年结转 ＝ 上一年度报告的 四、结转下年度")));
        }
        remedies(figures, checks, "reconsideration", "reconsideration", "行政复议");
        remedies(figures, checks, "litigation", "direct", "未经复议直接起诉");
        remedies(figures, checks, "litigation", "afterReconsideration", "复议后起诉");
        if (previous != null) {
            inForce(figures, previous, checks, "regulations", "规章");
            inForce(figures, previous, checks, "normativeDocuments", "行政规范性文件");
        }
        checks.add(mayNotIssue(figures, power));
        if (directSuits != null) {
            checks.add(new TableCheck(
                    "litigation.reconsiderationFirst",
                    "direct",
                    null,
                    directSuits == 0,
                    "0",
                    String.valueOf(directSuits),
                    Level.WARNING,
                    "2024年1月1日起，对依据第十四条至第十六条不予公开的答复不服，应当先申请行政复议（《行政复议法》第二十三条）"));
        }
        return checks;
    }

    /** That nothing recorded for the organ is left out of the tables; {@code parked} events are. */
    public static TableCheck unprocessed(long parked) {
        return new TableCheck(
                UNPROCESSED,
                null,
                null,
                parked == 0,
                "0",
                String.valueOf(parked),
                Level.ERROR,
                "有 " + parked + " 条记录未能计入本表");
    }

    private static TableCheck mayNotIssue(Figures figures, RegulatoryPower power) {
        BigDecimal issued = sum(
                orZero(figures.find("proactive", "regulations", "issued")),
                orZero(figures.find("proactive", "regulations", "repealed")),
                orZero(figures.find("proactive", "regulations", "inForce")));
        boolean reports = issued != null && issued.signum() != 0;
        return new TableCheck(
                "proactive.mayNotIssueRegulations",
                "regulations",
                null,
                power != RegulatoryPower.MAY_NOT || !reports,
                power == RegulatoryPower.MAY_NOT ? "0" : null,
                plain(issued),
                Level.WARNING,
                "无规章制定权的机关（县级以下政府、地方政府部门）不应填报规章（《立法法》）");
    }

    private static @Nullable BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static void remedies(Figures f, List<TableCheck> checks, String table, String row, String label) {
        checks.add(check(
                "remedies.total",
                table.equals(row) ? table : table + "." + row,
                TOTAL,
                sum(
                        f.find(table, row, "upheld"),
                        f.find(table, row, "corrected"),
                        f.find(table, row, "other"),
                        f.find(table, row, "pending")),
                f.find(table, row, TOTAL),
                Level.ERROR,
                label + "：结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结 ＝ 总计"));
    }

    private static void inForce(Figures f, Figures previous, List<TableCheck> checks, String row, String label) {
        BigDecimal before = previous.find("proactive", row, "inForce");
        BigDecimal issued = f.find("proactive", row, "issued");
        BigDecimal repealed = f.find("proactive", row, "repealed");
        checks.add(check(
                "proactive.inForce",
                row,
                "inForce",
                sum(before, issued, repealed == null ? null : repealed.negate()),
                f.find("proactive", row, "inForce"),
                Level.WARNING,
                label + "：上年现行有效 ＋ 本年制发 − 本年废止 ＝ 现行有效"));
    }

    private static TableCheck check(
            String id,
            @Nullable String row,
            @Nullable String column,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal found,
            Level severity,
            String sentence) {
        boolean holds = expected != null && found != null && expected.compareTo(found) == 0;
        return new TableCheck(id, row, column, holds, plain(expected), plain(found), severity, sentence);
    }

    private static @Nullable BigDecimal requests(Figures figures, String row, String column) {
        return figures.find(REQUESTS, row, column);
    }

    private static @Nullable BigDecimal results(Figures figures, String column) {
        return sum(java.util.Arrays.stream(Outcome.values())
                .map(o -> requests(figures, o.id(), column))
                .toArray(BigDecimal[]::new));
    }

    private static @Nullable BigDecimal kinds(Figures figures, String row) {
        return sum(KIND_COLUMNS.keySet().stream()
                .map(kind -> requests(figures, row, kind))
                .toArray(BigDecimal[]::new));
    }

    /** Null as soon as one of them is blank: what is not known does not add up. */
    private static @Nullable BigDecimal sum(@Nullable BigDecimal... values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("newReceived", "一、本年新收");
        rows.put("carriedIn", "二、上年结转");
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome.id(), outcome.label());
        }
        rows.put(TOTAL, "三（七）总计");
        rows.put("carriedOut", "四、结转下年度");
        return rows;
    }

    private static Map<String, String> kindColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (ApplicantKind kind : ApplicantKind.values()) {
            columns.put(kind.id(), kind.label());
        }
        return columns;
    }

    private static Map<String, String> allColumns() {
        Map<String, String> columns = kindColumns();
        columns.put(TOTAL, "总计");
        return columns;
    }
}
