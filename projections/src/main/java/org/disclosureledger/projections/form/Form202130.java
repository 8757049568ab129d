package org.disclosureledger.projections.form;

import static org.disclosureledger.projections.form.PrintedCell.figure;
import static org.disclosureledger.projections.form.PrintedCell.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form 国办公开办函〔2021〕30号 (2021-09-26), for reports from 2021 on. */
final class Form202130 {

    private static final List<String> KINDS = List.of(
            "naturalPerson",
            "commercialEnterprise",
            "researchInstitution",
            "publicInterestOrganization",
            "legalServiceOrganization",
            "otherOrganization");

    private static final String REQUESTS = "requests";
    private static final String PROACTIVE = "proactive";

    /** Column of a row that has a single figure. */
    private static final String COUNT = "count";

    private record Row(String id, String label, List<String> measures) {}

    private static final List<Row> GRANTS =
            List.of(decided("granted", "（一）予以公开"), decided("partiallyGranted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"));

    private static final Map<String, List<Row>> GROUPS = groups();

    static final StatutoryForm FORM = new StatutoryForm(
            "2021-30", "国办公开办函〔2021〕30号", 2021, null, cells(), List.of(proactive(), requests(), remedies()));

    private Form202130() {}

    private static Row decided(String id, String label) {
        return new Row(id, label, List.of("request.decided." + id));
    }

    private static Map<String, List<Row>> groups() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put(
                "（三）不予公开",
                List.of(
                        decided("refused.stateSecret", "1.属于国家秘密"),
                        decided("refused.otherLawProhibits", "2.其他法律行政法规禁止公开"),
                        decided("refused.threeSecuritiesOneStability", "3.危及“三安全一稳定”"),
                        decided("refused.thirdPartyRights", "4.保护第三方合法权益"),
                        decided("refused.internalAffairs", "5.属于三类内部事务信息"),
                        decided("refused.processInformation", "6.属于四类过程性信息"),
                        decided("refused.lawEnforcementFile", "7.属于行政执法案卷"),
                        decided("refused.administrativeQuery", "8.属于行政查询事项")));
        groups.put(
                "（四）无法提供",
                List.of(
                        decided("unavailable.notHeld", "1.本机关不掌握相关政府信息"),
                        decided("unavailable.needsCreation", "2.没有现成信息需要另行制作"),
                        decided("unavailable.stillUnclear", "3.补正后申请内容仍不明确")));
        groups.put(
                "（五）不予处理",
                List.of(
                        decided("notProcessed.petition", "1.信访举报投诉类申请"),
                        decided("notProcessed.repeated", "2.重复申请"),
                        decided("notProcessed.publications", "3.要求提供公开出版物"),
                        decided("notProcessed.excessive", "4.无正当理由大量反复申请"),
                        decided("notProcessed.reissue", "5.要求行政机关确认或重新出具已获取信息")));
        groups.put(
                "（六）其他处理",
                List.of(
                        decided("other.correctionOverdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
                        decided("other.feeUnpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
                        decided("other.other", "3.其他")));
        return groups;
    }

    private static Map<CellId, CellSource> cells() {
        Map<CellId, CellSource> cells = new LinkedHashMap<>();
        for (String category : List.of("regulations", "normativeDocuments")) {
            String measure = category.equals("regulations") ? "document.regulation" : "document.normativeDocument";
            for (String column : List.of("issued", "repealed", "inForce")) {
                cells.put(new CellId(PROACTIVE, category, column), counted(List.of(measure + "." + column), null));
            }
        }
        for (String item : List.of("licences", "penalties", "compulsoryMeasures", "fees")) {
            cells.put(new CellId(PROACTIVE, item, COUNT), new CellSource(List.of("tally." + item), null, true));
        }
        row(cells, new Row("newReceived", "", List.of("request.received")));
        row(cells, new Row("carriedIn", "", List.of("request.carriedIn")));
        GRANTS.forEach(r -> row(cells, r));
        GROUPS.values().forEach(rows -> rows.forEach(r -> row(cells, r)));
        row(cells, new Row("total", "", List.of("request.decided.*")));
        row(cells, new Row("carriedOut", "", List.of("request.carriedOut")));
        remedy(cells, "reconsideration", "reconsideration", "remedy.reconsideration");
        remedy(cells, "litigation", "direct", "remedy.litigation.direct");
        remedy(cells, "litigation", "afterReconsideration", "remedy.litigation.afterReconsideration");
        return Collections.unmodifiableMap(cells);
    }

    private static void row(Map<CellId, CellSource> cells, Row row) {
        KINDS.forEach(kind -> cells.put(new CellId(REQUESTS, row.id(), kind), counted(row.measures(), kind)));
        cells.put(new CellId(REQUESTS, row.id(), "total"), counted(row.measures(), null));
    }

    private static void remedy(Map<CellId, CellSource> cells, String table, String row, String measure) {
        for (String result : List.of("upheld", "corrected", "other", "pending")) {
            cells.put(new CellId(table, row, result), counted(List.of(measure + "." + result), null));
        }
        cells.put(new CellId(table, row, "total"), counted(List.of(measure + ".*"), null));
    }

    private static CellSource counted(List<String> measures, @Nullable String breakdown) {
        return new CellSource(measures, breakdown, false);
    }

    private static PrintedTable proactive() {
        List<List<PrintedCell>> rows = new ArrayList<>();
        rows.add(List.of(label("第二十条第（一）项", 1, 4)));
        rows.add(List.of(label("信息内容"), label("本年制发件数"), label("本年废止件数"), label("现行有效件数")));
        documents(rows, "规章", "regulations");
        documents(rows, "行政规范性文件", "normativeDocuments");
        reported(rows, "第二十条第（五）项", "本年处理决定数量", Map.of("行政许可", "licences"));
        Map<String, String> decisions = new LinkedHashMap<>();
        decisions.put("行政处罚", "penalties");
        decisions.put("行政强制", "compulsoryMeasures");
        reported(rows, "第二十条第（六）项", "本年处理决定数量", decisions);
        reported(rows, "第二十条第（八）项", "本年收费金额（单位：万元）", Map.of("行政事业性收费", "fees"));
        return new PrintedTable(PROACTIVE, "二、主动公开政府信息情况", 0, List.of(30, 23, 23, 24), rows);
    }

    private static void documents(List<List<PrintedCell>> rows, String label, String row) {
        rows.add(List.of(
                label(label),
                figure(new CellId(PROACTIVE, row, "issued"), 1),
                figure(new CellId(PROACTIVE, row, "repealed"), 1),
                figure(new CellId(PROACTIVE, row, "inForce"), 1)));
    }

    private static void reported(
            List<List<PrintedCell>> rows, String article, String heading, Map<String, String> items) {
        rows.add(List.of(label(article, 1, 4)));
        rows.add(List.of(label("信息内容"), label(heading, 1, 3)));
        items.forEach((label, item) -> rows.add(List.of(label(label), figure(new CellId(PROACTIVE, item, COUNT), 3))));
    }

    private static PrintedTable requests() {
        List<List<PrintedCell>> rows = new ArrayList<>();
        rows.add(List.of(label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), label("申请人情况", 1, 7)));
        rows.add(List.of(label("自然人", 2, 1), label("法人或其他组织", 1, 5), label("总计", 2, 1)));
        rows.add(List.of(label("商业企业"), label("科研机构"), label("社会公益组织"), label("法律服务机构"), label("其他")));
        rows.add(figures("newReceived", label("一、本年新收政府信息公开申请数量", 1, 3)));
        rows.add(figures("carriedIn", label("二、上年结转政府信息公开申请数量", 1, 3)));
        int results =
                GRANTS.size() + GROUPS.values().stream().mapToInt(List::size).sum() + 1;
        rows.add(figures(
                GRANTS.get(0).id(),
                label("三、本年度办理结果", results, 1),
                label(GRANTS.get(0).label(), 1, 2)));
        rows.add(figures(GRANTS.get(1).id(), label(GRANTS.get(1).label(), 1, 2)));
        GROUPS.forEach((group, members) -> {
            for (int i = 0; i < members.size(); i++) {
                Row row = members.get(i);
                rows.add(
                        i == 0
                                ? figures(row.id(), label(group, members.size(), 1), label(row.label()))
                                : figures(row.id(), label(row.label())));
            }
        });
        rows.add(figures("total", label("（七）总计", 1, 2)));
        rows.add(figures("carriedOut", label("四、结转下年度继续办理", 1, 3)));
        return new PrintedTable(REQUESTS, "三、收到和处理政府信息公开申请情况", 3, List.of(7, 10, 29, 8, 8, 8, 8, 8, 7, 7), rows);
    }

    private static List<PrintedCell> figures(String row, PrintedCell... labels) {
        List<PrintedCell> cells = new ArrayList<>(List.of(labels));
        KINDS.forEach(kind -> cells.add(figure(new CellId(REQUESTS, row, kind), 1)));
        cells.add(figure(new CellId(REQUESTS, row, "total"), 1));
        return cells;
    }

    private static PrintedTable remedies() {
        List<String> results = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
        List<List<PrintedCell>> rows = new ArrayList<>();
        rows.add(List.of(label("行政复议", 1, 5), label("行政诉讼", 1, 10)));
        List<PrintedCell> second = new ArrayList<>();
        results.forEach(r -> second.add(label(r, 2, 1)));
        second.add(label("未经复议直接起诉", 1, 5));
        second.add(label("复议后起诉", 1, 5));
        rows.add(second);
        List<PrintedCell> third = new ArrayList<>();
        results.forEach(r -> third.add(label(r)));
        results.forEach(r -> third.add(label(r)));
        rows.add(third);
        List<PrintedCell> figures = new ArrayList<>();
        List<List<String>> groups = List.of(
                List.of("reconsideration", "reconsideration"),
                List.of("litigation", "direct"),
                List.of("litigation", "afterReconsideration"));
        for (List<String> group : groups) {
            for (String column : List.of("upheld", "corrected", "other", "pending", "total")) {
                figures.add(figure(new CellId(group.get(0), group.get(1), column), 1));
            }
        }
        rows.add(figures);
        return new PrintedTable("remedies", "四、政府信息公开行政复议、行政诉讼情况", 3, Collections.nCopies(15, 1), rows);
    }
}
