package org.disclosureledger.application.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;

/** Tables and texts to draw reports from. */
final class ReportExamples {

    static final StatutoryForm FORM = StatutoryForms.byId("2021-30").orElseThrow();

    static final LedgerMark MARK =
            new LedgerMark(18231, "SM3", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

    private static final List<String> HEADINGS = List.of(
            "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项");

    private ReportExamples() {}

    /** A published report of a township with nothing to report. */
    static PublishableReport chengguan() {
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        texts.put(ReportSection.OVERVIEW, publishedPart(0));
        texts.put(ReportSection.PROBLEMS, publishedPart(4));
        texts.put(ReportSection.OTHER_MATTERS, publishedPart(5));
        return new PublishableReport(chengguanTables(), texts, MARK);
    }

    /** A report without texts. */
    static PublishableReport report(AnnualTables tables) {
        return new PublishableReport(tables, Map.of(), MARK);
    }

    static AnnualTables chengguanTables() {
        return tables("410308-cg", "城关镇人民政府", 2022, constant(BigDecimal.ZERO));
    }

    /** A part of the published report of 城关镇, between its heading and the next. */
    static String publishedPart(int index) {
        List<String> lines = published().lines().toList();
        int from = lines.indexOf(HEADINGS.get(index)) + 1;
        int to = index + 1 < HEADINGS.size() ? lines.indexOf(HEADINGS.get(index + 1)) : lines.size();
        return String.join("\n", lines.subList(from, to));
    }

    static String published() {
        try (InputStream in = ReportExamples.class.getResourceAsStream("/reports/chengguan-2022.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A busy department; every sum holds. */
    static AnnualTables busy(int year, int scale) {
        Map<CellId, BigDecimal> figures = constant(BigDecimal.ZERO);
        documents(figures, "regulations", 2, 1, 31);
        documents(figures, "normativeDocuments", 13, 4, 155);
        set(figures, "proactive", "licences", "count", "128734");
        set(figures, "proactive", "penalties", "count", "3021");
        set(figures, "proactive", "compulsoryMeasures", "count", "17");
        set(figures, "proactive", "fees", "count", "184302.0725");
        Map<String, int[]> results = new LinkedHashMap<>();
        results.put("granted", new int[] {412, 35, 2, 1, 18, 3});
        results.put("partiallyGranted", new int[] {96, 8, 0, 0, 4, 0});
        results.put("refused.thirdPartyRights", new int[] {21, 3, 0, 0, 1, 0});
        results.put("refused.internalAffairs", new int[] {14, 0, 0, 0, 0, 0});
        results.put("refused.processInformation", new int[] {33, 2, 1, 0, 2, 0});
        results.put("refused.lawEnforcementFile", new int[] {47, 5, 0, 0, 3, 0});
        results.put("unavailable.notHeld", new int[] {280, 19, 0, 2, 9, 1});
        results.put("unavailable.needsCreation", new int[] {44, 2, 0, 0, 0, 0});
        results.put("notProcessed.petition", new int[] {62, 1, 0, 0, 0, 0});
        results.put("notProcessed.repeated", new int[] {29, 0, 0, 0, 0, 0});
        results.put("other.correctionOverdue", new int[] {18, 1, 0, 0, 0, 0});
        results.put("other.feeUnpaid", new int[] {2, 0, 0, 0, 0, 0});
        results.put("other.other", new int[] {37, 4, 0, 0, 2, 1});
        int[] total = new int[6];
        results.forEach((row, counts) -> {
            row(figures, row, counts, scale);
            for (int i = 0; i < counts.length; i++) {
                total[i] += counts[i];
            }
        });
        int[] carriedIn = {45, 4, 0, 0, 2, 0};
        int[] carriedOut = {52, 6, 1, 0, 1, 0};
        int[] received = new int[6];
        for (int i = 0; i < received.length; i++) {
            received[i] = total[i] + carriedOut[i] - carriedIn[i];
        }
        row(figures, "newReceived", received, scale);
        row(figures, "carriedIn", carriedIn, scale);
        row(figures, "total", total, scale);
        row(figures, "carriedOut", carriedOut, scale);
        remedy(figures, "reconsideration", "reconsideration", 41, 6, 9, 4);
        remedy(figures, "litigation", "direct", 12, 1, 3, 5);
        remedy(figures, "litigation", "afterReconsideration", 8, 0, 2, 1);
        return tables("310000-zj", "上海市住房和城乡建设管理委员会", year, figures);
    }

    /** Every cell by chance: blank, zero, small, very large; the fees with up to four decimals. */
    static AnnualTables random(long seed) {
        Random random = new Random(seed);
        Map<CellId, BigDecimal> figures = new HashMap<>();
        FORM.cells().forEach((cell, source) -> {
            boolean fees = cell.row().equals("fees");
            if (!source.reported() || random.nextInt(4) > 0) {
                figures.put(cell, fees ? fees(random) : BigDecimal.valueOf(number(random)));
            }
        });
        return tables("x", "=HYPERLINK(\"http://example.org\")&<b>'机关'</b>", 2023, figures);
    }

    private static long number(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return 0;
        }
        return kind == 1 ? random.nextLong(1L << 53, Long.MAX_VALUE) : random.nextInt(1_000_000);
    }

    private static BigDecimal fees(Random random) {
        return new BigDecimal(BigInteger.valueOf(random.nextLong(0, 1L << 60)), random.nextInt(5));
    }

    static Map<CellId, BigDecimal> constant(BigDecimal value) {
        Map<CellId, BigDecimal> figures = new HashMap<>();
        FORM.cells().keySet().forEach(cell -> figures.put(cell, value));
        return figures;
    }

    static AnnualTables tables(String code, String name, int year, Map<CellId, BigDecimal> figures) {
        return new AnnualTables(
                code,
                name,
                year,
                FORM,
                null,
                18231,
                AppliedRule.of(List.of(), year),
                Figures.of(figures),
                null,
                List.of(
                        check("requests.balance", "naturalPerson", true, "本年新收与上年结转之和等于办理结果总计与结转下年度之和（自然人）"),
                        check("requests.columns", null, false, "六类申请人之和等于总计")));
    }

    private static TableCheck check(String id, @Nullable String column, boolean holds, String sentence) {
        return new TableCheck(id, null, column, holds, "3", holds ? "3" : null, TableCheck.Level.ERROR, sentence);
    }

    static void set(Map<CellId, BigDecimal> figures, String table, String row, String column, String value) {
        CellId cell = new CellId(table, row, column);
        if (!figures.containsKey(cell)) {
            throw new IllegalArgumentException("no such cell: " + cell);
        }
        figures.put(cell, new BigDecimal(value));
    }

    private static void documents(Map<CellId, BigDecimal> figures, String row, int issued, int repealed, int inForce) {
        set(figures, "proactive", row, "issued", "" + issued);
        set(figures, "proactive", row, "repealed", "" + repealed);
        set(figures, "proactive", row, "inForce", "" + inForce);
    }

    static void row(Map<CellId, BigDecimal> figures, String row, int[] kinds, int scale) {
        List<String> columns = List.of(
                "naturalPerson",
                "commercialEnterprise",
                "researchInstitution",
                "publicInterestOrganization",
                "legalServiceOrganization",
                "otherOrganization");
        int total = 0;
        for (int i = 0; i < kinds.length; i++) {
            set(figures, "requests", row, columns.get(i), "" + kinds[i] * scale);
            total += kinds[i] * scale;
        }
        set(figures, "requests", row, "total", "" + total);
    }

    static void remedy(
            Map<CellId, BigDecimal> figures,
            String table,
            String row,
            int upheld,
            int corrected,
            int other,
            int pending) {
        set(figures, table, row, "upheld", "" + upheld);
        set(figures, table, row, "corrected", "" + corrected);
        set(figures, table, row, "other", "" + other);
        set(figures, table, row, "pending", "" + pending);
        set(figures, table, row, "total", "" + (upheld + corrected + other + pending));
    }
}
