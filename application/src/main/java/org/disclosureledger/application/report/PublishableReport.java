package org.disclosureledger.application.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.application.office.XmlText;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.jspecify.annotations.Nullable;

/**
 * The annual report of one organ for one year in its six prescribed parts: three of text and, between them, three
 * tables.
 *
 * @param texts the text parts as written; a part that is missing or blank is printed as still to be written
 * @param mark printed small after the prescribed parts
 * @param edition which publication it is, null for a report that is not published
 * @param summed whose tables were added up, null for an organ's own report
 */
public record PublishableReport(
        AnnualTables tables,
        Map<ReportSection, String> texts,
        LedgerMark mark,
        @Nullable Edition edition,
        @Nullable SummedOrgans summed) {

    /** What a proposed text leaves to the office. */
    static final Pattern PLACEHOLDER = Pattern.compile("【请补充：[^】]*】");

    /** The heading of what stands after the prescribed parts when charts are wanted. */
    static final String CHARTS = "附：图表";

    private static final String CONSOLIDATED = "（汇总）";
    private static final String UNWRITTEN = "【请补充：本部分尚未填写】";
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    public PublishableReport {
        texts = Map.copyOf(texts);
    }

    /** A report that is not published. */
    public PublishableReport(AnnualTables tables, Map<ReportSection, String> texts, LedgerMark mark) {
        this(tables, texts, mark, null, null);
    }

    /** A report that sums those of organs, and is not published. */
    public PublishableReport(
            AnnualTables tables, Map<ReportSection, String> texts, LedgerMark mark, SummedOrgans summed) {
        this(tables, texts, mark, null, summed);
    }

    /** The same as one publication of it. */
    public PublishableReport as(Edition published) {
        return new PublishableReport(tables, texts, mark, published, summed);
    }

    /** What is printed small after the prescribed parts, line by line. */
    List<String> smallPrint() {
        List<String> lines = new ArrayList<>(edition == null ? List.of() : edition.sentences());
        lines.replaceAll(XmlText::printable);
        lines.add(summed == null ? rulesSentence() : summed.ruleSentence());
        lines.add(mark.sentence());
        return lines;
    }

    /** The text parts that nobody has finished: blank, or with gaps. */
    public Set<ReportSection> unfinished() {
        Set<ReportSection> unfinished = EnumSet.noneOf(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            String text = texts.getOrDefault(section, "");
            if (text.isBlank() || PLACEHOLDER.matcher(text).find()) {
                unfinished.add(section);
            }
        }
        return unfinished;
    }

    /** A part under its heading: either paragraphs or a table. */
    record Part(
            String heading,
            List<String> paragraphs,
            @Nullable Sheet sheet) {}

    /** E.g. 城关镇人民政府2022年政府信息公开工作年度报告. */
    public String title() {
        return summed == null ? title(tables) : consolidatedTitle(tables.organName(), tables.year());
    }

    /** The title of a report that sums those of organs. */
    public static String consolidatedTitle(String organName, int year) {
        return title(organName, year) + CONSOLIDATED;
    }

    /** The title of the report that has these tables. */
    public static String title(AnnualTables tables) {
        return title(tables.organName(), tables.year());
    }

    /** The title of an organ's report for a year. */
    public static String title(String organName, int year) {
        return XmlText.printable(organName) + yearAndKind(year);
    }

    String yearAndKind() {
        return yearAndKind(tables.year()) + (summed == null ? "" : CONSOLIDATED);
    }

    private static String yearAndKind(int year) {
        return year + "年政府信息公开工作年度报告";
    }

    /** How was counted what neither the Regulation nor the form says: small print, before the mark. */
    String rulesSentence() {
        return rulesSentence(tables);
    }

    /** The same of tables alone. */
    public static String rulesSentence(AnnualTables tables) {
        return tables.rules().stream()
                .map(applied -> applied.rule().label() + "为“" + applied.words() + "”")
                .collect(Collectors.joining("；", "计数规则：", "。"));
    }

    /** The gaps that a proposal left and nobody has filled yet, in the order of the report. */
    public List<String> unfilled() {
        return parts().stream()
                .flatMap(p -> p.paragraphs().stream())
                .flatMap(p -> PLACEHOLDER.matcher(p).results().map(MatchResult::group))
                .toList();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(text(ReportSection.OVERVIEW, 0));
        FormWalk.of(tables).forEach(sheet -> parts.add(new Part(sheet.table().part(), List.of(), sheet)));
        parts.add(text(ReportSection.PROBLEMS, parts.size()));
        parts.add(text(ReportSection.OTHER_MATTERS, parts.size()));
        return parts;
    }

    private Part text(ReportSection section, int before) {
        List<String> paragraphs = texts.getOrDefault(section, "")
                .lines()
                .map(line -> XmlText.printable(line).strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return new Part(
                NUMERALS.get(before) + "、" + section.label(),
                paragraphs.isEmpty() ? List.of(UNWRITTEN) : paragraphs,
                null);
    }
}
