package org.disclosureledger.application.statistics;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Register files that must give exactly the published tables of consecutive years again: cases with random dates, in
 * random order, some answered late, as in life.
 */
public final class RegistersOfTables {

    private static final List<String> KINDS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");
    private static final List<String> CHANNELS = List.of("当面", "邮寄", "网络", "电子邮件", "传真", "其他");
    private static final List<String> NOT_RESULTS = List.of("newReceived", "carriedIn", "total", "carriedOut");

    private final Random random;
    private final List<JsonNode> years;

    public RegistersOfTables(long seed, JsonNode... years) {
        this.random = new Random(seed);
        this.years = List.of(years);
    }

    private static final class Case {

        final String kind;
        final LocalDate opened;

        @Nullable LocalDate closed;

        String result = "";

        Case(String kind, LocalDate opened) {
            this.kind = kind;
            this.opened = opened;
        }

        void close(String with, LocalDate on) {
            result = with;
            closed = on;
        }

        String closedOn() {
            return closed == null ? "" : closed.toString();
        }
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    public String requests() {
        List<Case> all = new ArrayList<>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            Deque<Case> open = new ArrayDeque<>();
            for (JsonNode table : years) {
                requests(table, kind, open, all);
            }
        }
        Collections.shuffle(all, random);
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,证件号码,联系方式,申请内容,答复日期,答复文号,处理结果,备注\r\n");
        for (int i = 0; i < all.size(); i++) {
            Case c = all.get(i);
            csv.append("R%06d,%s,%s,%s,申请人%d,,1380000%04d,\"请求公开第%d号事项的有关文件，包括“附件”,说明\",%s,,%s,\r\n"
                    .formatted(
                            i + 1,
                            c.opened,
                            CHANNELS.get(random.nextInt(CHANNELS.size())),
                            c.kind,
                            i + 1,
                            i % 10_000,
                            i + 1,
                            c.closedOn(),
                            c.result));
        }
        return csv.toString();
    }

    private void requests(JsonNode table, int kind, Deque<Case> open, List<Case> all) {
        int year = table.path("year").asInt();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        JsonNode rows = table.path("requests").path("rows");
        while (open.size() < rows.path("carriedIn").path(kind).asInt()) {
            Case earlier =
                    new Case(KINDS.get(kind), between(LocalDate.of(year - 1, 11, 1), LocalDate.of(year - 1, 12, 31)));
            open.add(earlier);
            all.add(earlier);
        }
        List<Case> fresh = new ArrayList<>();
        for (int i = 0; i < rows.path("newReceived").path(kind).asInt(); i++) {
            fresh.add(new Case(KINDS.get(kind), between(first, last)));
        }
        fresh.sort(java.util.Comparator.comparing(c -> c.opened));
        open.addAll(fresh);
        all.addAll(fresh);
        List<String> results = new ArrayList<>();
        rows.propertyStream().filter(row -> !NOT_RESULTS.contains(row.getKey())).forEach(row -> {
            for (int i = 0; i < row.getValue().path(kind).asInt(); i++) {
                results.add(row.getKey());
            }
        });
        Collections.shuffle(results, random);
        for (String result : results) {
            Case c = open.remove();
            c.close(result, between(later(c.opened, first), last));
        }
    }

    public String remedies() {
        List<Case> all = new ArrayList<>();
        remedies(all, "行政复议,", "/reconsideration");
        remedies(all, "行政诉讼,否", "/litigation/direct");
        remedies(all, "行政诉讼,是", "/litigation/afterReconsideration");
        StringBuilder csv = new StringBuilder("案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果\r\n");
        for (int i = 0; i < all.size(); i++) {
            Case c = all.get(i);
            csv.append("C%05d,%s,,%s,%s,%s\r\n".formatted(i + 1, c.kind, c.opened, c.closedOn(), c.result));
        }
        return csv.toString();
    }

    private void remedies(List<Case> all, String procedure, String place) {
        Deque<Case> open = new ArrayDeque<>();
        for (JsonNode table : years) {
            int year = table.path("year").asInt();
            JsonNode cells = table.at(place);
            List<String> results = new ArrayList<>();
            results.addAll(Collections.nCopies(cells.path("upheld").asInt(), "维持"));
            results.addAll(Collections.nCopies(cells.path("corrected").asInt(), "纠正"));
            results.addAll(Collections.nCopies(cells.path("other").asInt(), "其他"));
            while (open.size() < results.size() + cells.path("pending").asInt()) {
                Case fresh = new Case(procedure, between(LocalDate.of(year, 1, 1), LocalDate.of(year, 11, 30)));
                open.add(fresh);
                all.add(fresh);
            }
            for (String result : results) {
                Case c = open.remove();
                c.close(result, between(later(c.opened, LocalDate.of(year, 1, 1)), LocalDate.of(year, 12, 31)));
            }
        }
    }

    public String documents() {
        StringBuilder csv = new StringBuilder("类别,文号,标题,制发日期,废止日期\r\n");
        int[] number = {0};
        documents("规章", "regulations").forEach(d -> append(csv, d, ++number[0]));
        documents("行政规范性文件", "normativeDocuments").forEach(d -> append(csv, d, ++number[0]));
        return csv.toString();
    }

    private static void append(StringBuilder csv, Case d, int number) {
        csv.append("%s,政发〔%d〕%d号,关于第%d项工作的通知,%s,%s\r\n"
                .formatted(d.kind, d.opened.getYear(), number, number, d.opened, d.closedOn()));
    }

    private List<Case> documents(String category, String key) {
        List<Case> all = new ArrayList<>();
        Deque<Case> inForce = new ArrayDeque<>();
        JsonNode first = years.get(0).path("proactive").path(key);
        int before = first.path("inForce").asInt()
                - first.path("issued").asInt()
                + first.path("repealed").asInt();
        int startYear = years.get(0).path("year").asInt();
        for (int i = 0; i < before; i++) {
            inForce.add(new Case(category, LocalDate.of(startYear - 1 - random.nextInt(9), 6, 1)));
        }
        all.addAll(inForce);
        for (JsonNode table : years) {
            int year = table.path("year").asInt();
            JsonNode cells = table.path("proactive").path(key);
            for (int i = 0; i < cells.path("repealed").asInt(); i++) {
                inForce.remove().close("", between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            for (int i = 0; i < cells.path("issued").asInt(); i++) {
                Case fresh = new Case(category, between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
                inForce.add(fresh);
                all.add(fresh);
            }
        }
        return all;
    }

    public String tallies() {
        StringBuilder csv = new StringBuilder("年度,事项,数量\r\n");
        for (JsonNode table : years) {
            JsonNode cells = table.path("proactive");
            int year = table.path("year").asInt();
            csv.append("%d,行政许可,%s\r\n".formatted(year, cells.path("licences").asString()));
            csv.append("%d,行政处罚,%s\r\n".formatted(year, cells.path("penalties").asString()));
            csv.append("%d,行政强制,%s\r\n"
                    .formatted(year, cells.path("compulsoryMeasures").asString()));
            csv.append("%d,行政事业性收费,%s\r\n".formatted(year, cells.path("fees").asString()));
        }
        return csv.toString();
    }
}
