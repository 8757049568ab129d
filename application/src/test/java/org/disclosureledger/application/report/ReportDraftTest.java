package org.disclosureledger.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.publication.CountedPublication;
import org.disclosureledger.projections.publication.PublicationCounts;
import org.disclosureledger.projections.publication.PublicationMeasure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportDraftTest {

    @Test
    void yearWithoutAnythingIsSaidInWords() {
        assertThat(overview(ReportExamples.chengguanTables(), null))
                .contains(
                        "（一）主动公开",
                        "2022年，本机关未制发、废止行政规范性文件，无现行有效的行政规范性文件。未作出行政许可、行政处罚、行政强制处理决定。未收取行政事业性收费。",
                        "（二）依申请公开",
                        "2022年，本机关未收到政府信息公开申请，无上年结转的申请。",
                        "未发生因政府信息公开引起的行政复议和行政诉讼。",
                        "（三）政府信息管理",
                        "（四）平台建设",
                        "（五）监督保障");
    }

    @Test
    void busyYearIsToldFromItsFigures() {
        assertThat(overview(ReportExamples.busy(2024, 1), null))
                .contains(
                        "2024年，本机关制发规章2件，废止1件，现行有效31件。本机关制发行政规范性文件13件，废止4件，现行有效155件。"
                                + "作出行政许可处理决定128734件，行政处罚处理决定3021件，行政强制处理决定17件。收取行政事业性收费184302.0725万元。",
                        "2024年，本机关收到政府信息公开申请1234件，其中自然人申请1102件，法人或其他组织申请132件"
                                + "（商业企业82件，科研机构4件，社会公益组织3件，法律服务机构38件，其他5件）；上年结转51件。"
                                + "本年度共办结申请1225件：予以公开471件，部分公开108件，不予公开132件，无法提供357件，不予处理92件，其他处理65件。"
                                + "结转下年度继续办理60件。",
                        "因政府信息公开引起的行政复议60件：结果维持41件，结果纠正6件，其他结果9件，尚未审结4件。"
                                + "因政府信息公开引起的未经复议直接起诉的行政诉讼21件：结果维持12件，结果纠正1件，其他结果3件，尚未审结5件。"
                                + "因政府信息公开引起的复议后起诉的行政诉讼11件：结果维持8件，其他结果2件，尚未审结1件。");
    }

    @Test
    void proactiveDisclosureIsToldByContentAndChannelWhenThereIsAny() {
        assertThat(proactive(
                        counted(
                                "1",
                                PublicationMeasure.PUBLISHED,
                                ContentClass.BUDGETS,
                                "财政收支",
                                PublicationChannel.WEBSITE),
                        counted(
                                "1",
                                PublicationMeasure.PUBLISHED,
                                ContentClass.BUDGETS,
                                "财政收支",
                                PublicationChannel.PRESS),
                        counted(
                                "2",
                                PublicationMeasure.PUBLISHED,
                                ContentClass.PLANS,
                                null,
                                PublicationChannel.WEBSITE),
                        counted("2", PublicationMeasure.UPDATED, ContentClass.PLANS, null, null),
                        counted("2", PublicationMeasure.UPDATED, ContentClass.PLANS, null, null),
                        counted(
                                "1",
                                PublicationMeasure.WITHDRAWN,
                                ContentClass.BUDGETS,
                                "财政收支",
                                PublicationChannel.PRESS)))
                .isEqualTo("2022年，本机关主动公开政府信息2件。在公开内容上，发展规划1件，财政预算决算1件；"
                        + "在公开形式上，通过政府网站2件，报刊1件（同一信息通过几种形式公开的，分别计入）。"
                        + "突出重点公开内容：财政收支1件。对已公开的内容更新2次。撤回已公开的信息1件。【请补充：重点领域公开情况】");
        assertThat(proactive(counted(
                        "1",
                        PublicationMeasure.PUBLISHED,
                        ContentClass.BUDGETS,
                        null,
                        PublicationChannel.NOTICE_BOARD)))
                .isEqualTo("2022年，本机关主动公开政府信息1件。在公开内容上，财政预算决算1件；在公开形式上，通过公告栏1件。【请补充：重点领域公开情况】");
        assertThat(proactive(counted("1", PublicationMeasure.UPDATED, ContentClass.BUDGETS, null, null)))
                .isEqualTo("2022年，本机关没有新增主动公开的政府信息。对已公开的内容更新1次。【请补充：重点领域公开情况】");
        assertThat(proactive()).isEqualTo("【请补充：通过政府网站、政务新媒体、公开栏等渠道主动公开政府信息的数量和重点领域公开情况】");
    }

    private static CountedPublication counted(
            String id,
            PublicationMeasure measure,
            ContentClass contentClass,
            @Nullable String emphasis,
            @Nullable PublicationChannel channel) {
        return new CountedPublication(
                id, "P" + id, "信息", measure, contentClass, emphasis, channel, LocalDate.of(2022, 5, 6));
    }

    /** The paragraph after that on documents and decisions. */
    private static String proactive(CountedPublication... counted) {
        return ReportDraft.propose(ReportExamples.chengguanTables(), null, new PublicationCounts(List.of(counted)))
                .getOrDefault(ReportSection.OVERVIEW, "")
                .lines()
                .toList()
                .get(3);
    }

    @Test
    void requestsAreComparedWithTheYearBefore() {
        assertThat(compared(34, 30)).contains("收到政府信息公开申请34件，比上年增加4件，增长13.3%，均为自然人申请；");
        assertThat(compared(70, 90)).contains("收到政府信息公开申请70件，比上年减少20件，下降22.2%，");
        assertThat(compared(7, 9)).contains("收到政府信息公开申请7件，比上年减少2件，均为自然人申请；");
        assertThat(compared(7, 7)).contains("收到政府信息公开申请7件，与上年持平，");
        assertThat(compared(0, 4)).contains("未收到政府信息公开申请，比上年减少4件，无上年结转的申请。");
    }

    @Test
    void answersAndRemediesAreComparedWithTheYearBefore() {
        assertThat(compared(34, 30)).contains("本年度共办结申请34件，比上年增加4件，增长13.3%：予以公开34件。");
        AnnualTables before = withRemedies(2023, 10, 4);
        assertThat(overview(withRemedies(2024, 12, 5), before))
                .anyMatch(line -> line.contains("因政府信息公开引起的行政复议12件，比上年增加2件，增长20.0%：结果维持12件。")
                        && line.contains("因政府信息公开引起的未经复议直接起诉的行政诉讼5件，比上年增加1件：结果维持5件。"));
        assertThat(overview(withRemedies(2024, 10, 0), before))
                .anyMatch(line -> line.contains("行政复议10件，与上年持平：") && line.endsWith("未发生因政府信息公开引起的行政诉讼，上年有行政诉讼4件。"));
        assertThat(overview(withRemedies(2024, 0, 0), before))
                .anyMatch(line -> line.endsWith("未发生因政府信息公开引起的行政复议和行政诉讼，上年有行政复议10件、行政诉讼4件。"));
        assertThat(overview(withRemedies(2024, 3, 0), withRemedies(2023, 0, 0)))
                .anyMatch(line -> line.contains("行政复议3件，上年为0件：结果维持3件。未发生因政府信息公开引起的行政诉讼。"));
        assertThat(overview(withRemedies(2024, 3, 1), null))
                .anyMatch(line -> line.contains("行政复议3件：结果维持3件。"))
                .noneMatch(line -> line.contains("上年为") || line.contains("比上年"));
    }

    private static AnnualTables withRemedies(int year, int reconsiderations, int suits) {
        Map<CellId, BigDecimal> figures =
                new HashMap<>(received(year, 20).figures().values());
        ReportExamples.remedy(figures, "reconsideration", "reconsideration", reconsiderations, 0, 0, 0);
        ReportExamples.remedy(figures, "litigation", "direct", suits, 0, 0, 0);
        return ReportExamples.tables("x", "某机关", year, figures);
    }

    /** Requests that were only carried over from a year say nothing of how many that year had. */
    @Test
    void yearInWhichNothingWasAnsweredIsNotCompared() {
        assertThat(compared(7, 0)).contains("收到政府信息公开申请7件，均为自然人申请；").doesNotContain("上年未收到");
        assertThat(compared(0, 0)).contains("未收到政府信息公开申请，无上年结转的申请。");
    }

    @Test
    void tablesThatAreNotOfTheYearBeforeAreNotCompared() {
        assertThat(String.join("", overview(received(2024, 7), received(2022, 9))))
                .doesNotContain("上年减少");
        assertThat(String.join("", overview(received(2024, 7), ReportExamples.busy(2023, 1))))
                .doesNotContain("上年减少");
    }

    @Test
    void blankFigureIsLeftToTheOffice() {
        Map<ReportSection, String> texts = ReportDraft.propose(
                ReportExamples.tables("x", "某机关", 2023, new HashMap<>()), null, PublicationCounts.NONE);
        assertThat(texts.get(ReportSection.OVERVIEW))
                .contains("【请补充：行政事业性收费的金额】")
                .contains("【请补充：行政许可、行政处罚、行政强制处理决定的数量】")
                .contains("【请补充：政府信息公开申请的收到和办理情况】")
                .doesNotContain("null");
    }

    @Test
    void feesForProcessingAreAlwaysAsked() {
        assertThat(text(ReportExamples.chengguanTables(), ReportSection.OTHER_MATTERS))
                .contains("信息处理费")
                .contains("【请补充：发出收费通知的件数、收取的总金额；没有收取的，写“本年度未收取信息处理费”】")
                .doesNotContain("逾期未按收费通知");
        assertThat(text(ReportExamples.busy(2024, 1), ReportSection.OTHER_MATTERS))
                .contains("申请人逾期未按收费通知要求缴纳费用、本机关不再处理其政府信息公开申请的2件。");
    }

    @Test
    void correctedCasesAskForTheirReasons() {
        assertThat(text(ReportExamples.busy(2024, 1), ReportSection.PROBLEMS))
                .contains("本年度政府信息公开行政复议、行政诉讼中结果纠正7件。【请补充：被纠正的原因和整改情况】");
        assertThat(text(ReportExamples.chengguanTables(), ReportSection.PROBLEMS))
                .doesNotContain("结果纠正");
    }

    /** No figure of the text comes from anywhere but the tables, the calendar and the notices that it cites. */
    @Test
    void everyNumberIsFromTheTables() {
        AnnualTables tables = ReportExamples.random(3);
        String all = String.join(
                        "\n",
                        ReportDraft.propose(tables, null, PublicationCounts.NONE)
                                .values())
                .replace("国办公开办函〔2021〕30号", "")
                .replace("国办函〔2020〕109号", "")
                .replaceAll("2023年(度|1月1日至12月31日)?", "");
        List<String> known = tables.figures().values().values().stream()
                .map(BigDecimal::toPlainString)
                .toList();
        List<String> sums = ReportDraftTest.sums(tables);
        assertThat(Pattern.compile("\\d+(\\.\\d+)?").matcher(all).results().map(r -> r.group()))
                .isNotEmpty()
                .allMatch(n -> known.contains(n) || sums.contains(n));
    }

    private static List<String> sums(AnnualTables tables) {
        Map<String, BigDecimal> groups = new HashMap<>();
        tables.figures().values().forEach((cell, value) -> {
            if (cell.column().equals("total") && cell.row().contains(".")) {
                groups.merge(cell.row().substring(0, cell.row().indexOf('.')), value, BigDecimal::add);
            }
            if (cell.column().equals("corrected")) {
                groups.merge("corrected", value, BigDecimal::add);
            }
        });
        return groups.values().stream().map(BigDecimal::toPlainString).toList();
    }

    private static List<String> overview(AnnualTables tables, @Nullable AnnualTables previous) {
        return ReportDraft.propose(tables, previous, PublicationCounts.NONE)
                .getOrDefault(ReportSection.OVERVIEW, "")
                .lines()
                .toList();
    }

    private static String text(AnnualTables tables, ReportSection section) {
        return ReportDraft.propose(tables, null, PublicationCounts.NONE).getOrDefault(section, "");
    }

    private static String compared(int now, int before) {
        return String.join("\n", overview(received(2024, now), received(2023, before)));
    }

    private static AnnualTables received(int year, int count) {
        Map<CellId, BigDecimal> figures = ReportExamples.constant(BigDecimal.ZERO);
        for (String row : List.of("newReceived", "granted", "total")) {
            ReportExamples.row(figures, row, new int[] {count, 0, 0, 0, 0, 0}, 1);
        }
        return ReportExamples.tables("x", "某机关", year, figures);
    }
}
