package org.disclosureledger.application.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.publication.PublicationCounts;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the text parts of the report from the figures of its tables. It says what the figures say and no more;
 * where they cannot tell, it leaves a gap marked 【请补充：…】 for the office.
 */
public final class ReportDraft {

    private static final Map<String, String> ORGANIZATIONS = ordered(
            "commercialEnterprise", "商业企业",
            "researchInstitution", "科研机构",
            "publicInterestOrganization", "社会公益组织",
            "legalServiceOrganization", "法律服务机构",
            "otherOrganization", "其他");

    private static final Map<String, String> OUTCOMES = ordered(
            "granted", "予以公开",
            "partiallyGranted", "部分公开",
            "refused.", "不予公开",
            "unavailable.", "无法提供",
            "notProcessed.", "不予处理",
            "other.", "其他处理");

    private static final Map<String, String> RESULTS =
            ordered("upheld", "结果维持", "corrected", "结果纠正", "other", "其他结果", "pending", "尚未审结");

    private static final Map<String, String> DECISIONS =
            ordered("licences", "行政许可", "penalties", "行政处罚", "compulsoryMeasures", "行政强制");

    private final AnnualTables tables;
    private final Figures figures;
    private final @Nullable Figures previous;
    private final PublicationCounts publications;

    private ReportDraft(AnnualTables tables, @Nullable AnnualTables previous, PublicationCounts publications) {
        this.tables = tables;
        this.figures = tables.figures();
        this.publications = publications;
        boolean comparable = previous != null
                && previous.year() == tables.year() - 1
                && previous.organCode().equals(tables.organCode())
                && wasKept(previous.figures());
        this.previous = comparable && previous != null ? previous.figures() : null;
    }

    /** Whether the register of that year was kept: requests were not only carried over from it, some were answered in it. */
    private static boolean wasKept(Figures figures) {
        BigDecimal decided = figures.find("requests", "total", "total");
        return decided != null && decided.signum() > 0;
    }

    /**
     * @param previous last year's tables of the same organ, null when they are not known; others are not compared
     * @param publications what the organ published by itself in the year
     */
    public static Map<ReportSection, String> propose(
            AnnualTables tables, @Nullable AnnualTables previous, PublicationCounts publications) {
        ReportDraft draft = new ReportDraft(tables, previous, publications);
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        texts.put(ReportSection.OVERVIEW, draft.overview());
        texts.put(ReportSection.PROBLEMS, draft.problems());
        texts.put(ReportSection.OTHER_MATTERS, draft.otherMatters());
        return texts;
    }

    private String overview() {
        int year = tables.year();
        return String.join(
                "\n",
                "本报告依据《中华人民共和国政府信息公开条例》，按照《中华人民共和国政府信息公开工作年度报告格式》（"
                        + tables.form().title() + "）编制，所列数据的统计期限为" + year + "年1月1日至12月31日。",
                "（一）主动公开",
                documents() + decisions(),
                publications.isEmpty()
                        ? gap("通过政府网站、政务新媒体、公开栏等渠道主动公开政府信息的数量和重点领域公开情况")
                        : PublicationSentences.of(year, publications) + gap("重点领域公开情况"),
                "（二）依申请公开",
                requests(),
                remedies(),
                "（三）政府信息管理",
                gap("政府信息制作、审核、发布、动态调整和行政规范性文件管理情况"),
                "（四）平台建设",
                gap("政府信息公开专栏、政务新媒体、公开查阅点等平台的建设和维护情况"),
                "（五）监督保障",
                gap("机构人员、培训、工作考核、社会评议和责任追究情况"));
    }

    private String documents() {
        StringBuilder text = new StringBuilder();
        String regulations = documents("规章", "regulations", false);
        return text.append(tables.year())
                .append("年，")
                .append(regulations)
                .append(documents("行政规范性文件", "normativeDocuments", true))
                .toString();
    }

    private String documents(String name, String row, boolean alsoWhenNone) {
        BigDecimal issued = figures.find("proactive", row, "issued");
        BigDecimal repealed = figures.find("proactive", row, "repealed");
        BigDecimal inForce = figures.find("proactive", row, "inForce");
        if (issued == null || repealed == null || inForce == null) {
            return gap(name + "的制发、废止和现行有效件数") + "。";
        }
        boolean none = issued.signum() == 0 && repealed.signum() == 0;
        if (none && inForce.signum() == 0) {
            return alsoWhenNone ? "本机关未制发、废止" + name + "，无现行有效的" + name + "。" : "";
        }
        if (none) {
            return "本机关未制发、废止" + name + "，现行有效" + name + count(inForce, "件") + "。";
        }
        return "本机关制发" + name + count(issued, "件") + "，废止" + count(repealed, "件") + "，现行有效" + count(inForce, "件") + "。";
    }

    private String decisions() {
        List<String> made = new ArrayList<>();
        List<String> none = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        DECISIONS.forEach((row, name) -> {
            BigDecimal value = figures.find("proactive", row, "count");
            if (value == null) {
                unknown.add(name);
            } else if (value.signum() == 0) {
                none.add(name);
            } else {
                made.add(name + "处理决定" + count(value, "件"));
            }
        });
        StringBuilder text = new StringBuilder();
        if (!made.isEmpty()) {
            text.append("作出").append(String.join("，", made)).append("。");
        }
        if (!none.isEmpty()) {
            text.append("未作出").append(String.join("、", none)).append("处理决定。");
        }
        if (!unknown.isEmpty()) {
            text.append(gap(String.join("、", unknown) + "处理决定的数量")).append("。");
        }
        return text.append(fees()).toString();
    }

    private String fees() {
        BigDecimal fees = figures.find("proactive", "fees", "count");
        if (fees == null) {
            return gap("行政事业性收费的金额") + "。";
        }
        return fees.signum() == 0 ? "未收取行政事业性收费。" : "收取行政事业性收费" + count(fees, "万元") + "。";
    }

    private String requests() {
        int year = tables.year();
        BigDecimal received = request("newReceived", "total");
        BigDecimal carriedIn = request("carriedIn", "total");
        if (received == null || carriedIn == null) {
            return gap("政府信息公开申请的收到和办理情况");
        }
        if (received.signum() == 0 && carriedIn.signum() == 0) {
            return year + "年，本机关未收到政府信息公开申请" + comparedWithLastYear(received) + "，无上年结转的申请。";
        }
        StringBuilder text = new StringBuilder().append(year).append("年，本机关");
        if (received.signum() == 0) {
            text.append("未收到政府信息公开申请").append(comparedWithLastYear(received)).append("；");
        } else {
            text.append("收到政府信息公开申请")
                    .append(count(received, "件"))
                    .append(comparedWithLastYear(received))
                    .append(applicants(received))
                    .append("；");
        }
        text.append(carriedIn.signum() == 0 ? "无上年结转的申请。" : "上年结转" + count(carriedIn, "件") + "。");
        return text.append(outcomes()).append(carriedOut()).toString();
    }

    private String comparedWithLastYear(BigDecimal received) {
        BigDecimal before = previous == null ? null : previous.find("requests", "newReceived", "total");
        if (before == null) {
            return "";
        }
        if (before.signum() == 0) {
            return received.signum() == 0 ? "，上年亦未收到" : "，上年未收到";
        }
        return YearOnYear.clause(received, before, "件");
    }

    private String applicants(BigDecimal received) {
        BigDecimal people = request("newReceived", "naturalPerson");
        if (people == null) {
            return "";
        }
        List<String> kinds = new ArrayList<>();
        BigDecimal organizations = BigDecimal.ZERO;
        for (Map.Entry<String, String> kind : ORGANIZATIONS.entrySet()) {
            BigDecimal value = request("newReceived", kind.getKey());
            if (value == null) {
                return "";
            }
            organizations = organizations.add(value);
            if (value.signum() != 0) {
                kinds.add(kind.getValue() + count(value, "件"));
            }
        }
        if (people.add(organizations).compareTo(received) != 0) {
            return "";
        }
        if (organizations.signum() == 0) {
            return "，均为自然人申请";
        }
        String detail = "（" + String.join("，", kinds) + "）";
        return people.signum() == 0
                ? "，均为法人或其他组织申请" + detail
                : "，其中自然人申请" + count(people, "件") + "，法人或其他组织申请" + count(organizations, "件") + detail;
    }

    private String outcomes() {
        BigDecimal total = request("total", "total");
        if (total == null) {
            return gap("申请的办理结果") + "。";
        }
        if (total.signum() == 0) {
            return "本年度没有办结的申请。";
        }
        List<String> outcomes = new ArrayList<>();
        OUTCOMES.forEach((row, name) -> {
            BigDecimal value = sum(row);
            if (value.signum() != 0) {
                outcomes.add(name + count(value, "件"));
            }
        });
        return "本年度共办结申请" + count(total, "件") + YearOnYear.clause(total, lastYear("requests", "total"), "件") + "："
                + String.join("，", outcomes) + "。";
    }

    private String carriedOut() {
        BigDecimal carriedOut = request("carriedOut", "total");
        if (carriedOut == null) {
            return "";
        }
        return carriedOut.signum() == 0 ? "没有结转下年度继续办理的申请。" : "结转下年度继续办理" + count(carriedOut, "件") + "。";
    }

    private String remedies() {
        String reconsideration = remedy("reconsideration", "reconsideration", "行政复议");
        String direct = remedy("litigation", "direct", "未经复议直接起诉的行政诉讼");
        String after = remedy("litigation", "afterReconsideration", "复议后起诉的行政诉讼");
        String reconsidered = had("行政复议", lastYear("reconsideration", "reconsideration"));
        String sued =
                had("行政诉讼", sumOf(lastYear("litigation", "direct"), lastYear("litigation", "afterReconsideration")));
        if (reconsideration.isEmpty() && direct.isEmpty() && after.isEmpty()) {
            String before = Stream.of(reconsidered, sued)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("、"));
            return none("行政复议和行政诉讼", before);
        }
        return (reconsideration.isEmpty() ? none("行政复议", reconsidered) : reconsideration)
                + (direct.isEmpty() && after.isEmpty() ? none("行政诉讼", sued) : direct + after);
    }

    /** E.g. 行政复议3件, empty when there was none or nothing is known. */
    private static String had(String name, @Nullable BigDecimal before) {
        return before == null || before.signum() == 0 ? "" : name + count(before, "件");
    }

    private static String none(String name, String before) {
        return "未发生因政府信息公开引起的" + name + (before.isEmpty() ? "" : "，上年有" + before) + "。";
    }

    private @Nullable BigDecimal lastYear(String table, String row) {
        return previous == null ? null : previous.find(table, row, "total");
    }

    private String remedy(String table, String row, String name) {
        BigDecimal total = figures.find(table, row, "total");
        if (total == null) {
            return gap("因政府信息公开引起的" + name + "情况") + "。";
        }
        if (total.signum() == 0) {
            return "";
        }
        List<String> results = new ArrayList<>();
        RESULTS.forEach((column, result) -> {
            BigDecimal value = figures.find(table, row, column);
            if (value != null && value.signum() != 0) {
                results.add(result + count(value, "件"));
            }
        });
        return "因政府信息公开引起的" + name + count(total, "件")
                + YearOnYear.clause(total, lastYear(table, row), "件")
                + (results.isEmpty() ? "" : "：" + String.join("，", results))
                + "。";
    }

    private String problems() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("（一）存在的主要问题");
        BigDecimal corrected = sumOf(
                figures.find("reconsideration", "reconsideration", "corrected"),
                figures.find("litigation", "direct", "corrected"),
                figures.find("litigation", "afterReconsideration", "corrected"));
        if (corrected.signum() != 0) {
            paragraphs.add("本年度政府信息公开行政复议、行政诉讼中结果纠正" + count(corrected, "件") + "。" + gap("被纠正的原因和整改情况"));
        }
        paragraphs.add(gap("本年度政府信息公开工作存在的主要问题"));
        paragraphs.add("（二）改进情况");
        paragraphs.add(gap("上年度报告所列问题的改进情况和下一步的改进措施"));
        return String.join("\n", paragraphs);
    }

    private String otherMatters() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("（一）信息处理费收取情况");
        BigDecimal unpaid = request("other.feeUnpaid", "total");
        String unpaidSentence = unpaid == null || unpaid.signum() == 0
                ? ""
                : "申请人逾期未按收费通知要求缴纳费用、本机关不再处理其政府信息公开申请的" + count(unpaid, "件") + "。";
        paragraphs.add("按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，现将" + tables.year() + "年度收取信息处理费的情况报告如下："
                + gap("发出收费通知的件数、收取的总金额；没有收取的，写“本年度未收取信息处理费”") + "。" + unpaidSentence);
        paragraphs.add("（二）其他事项");
        paragraphs.add(gap("其他需要报告的事项；没有的，写“没有其他需要报告的事项”"));
        return String.join("\n", paragraphs);
    }

    private @Nullable BigDecimal request(String row, String column) {
        return figures.find("requests", row, column);
    }

    /** @param row a row, or the beginning of the rows of a group, which then ends in a point */
    private BigDecimal sum(String row) {
        return tables.form().cells().keySet().stream()
                .filter(cell -> cell.table().equals("requests")
                        && cell.column().equals("total")
                        && (row.endsWith(".")
                                ? cell.row().startsWith(row)
                                : cell.row().equals(row)))
                .map(figures::find)
                .reduce(BigDecimal.ZERO, (a, b) -> sumOf(a, b), BigDecimal::add);
    }

    private static BigDecimal sumOf(@Nullable BigDecimal... values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            if (value != null) {
                sum = sum.add(value);
            }
        }
        return sum;
    }

    private static String count(BigDecimal value, String unit) {
        return value.toPlainString() + unit;
    }

    private static String gap(String what) {
        return "【请补充：" + what + "】";
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
