package org.disclosureledger.application.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.domain.report.ReportSection;
import org.jspecify.annotations.Nullable;

/** A county with organs under it, made over HTTP as offices make it. */
public final class County {

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    private final Service service;
    private final String code;

    public County(Service service, String code) {
        this.service = service;
        this.code = code;
    }

    public String code(String organ) {
        return organ.isEmpty() ? code : code + "-" + organ;
    }

    public String path(int year, String rest) {
        return "/api/v1/organs/" + code + "/consolidated-reports/" + year + rest;
    }

    public static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer;
    }

    public void establish(String organ, String name) {
        service.organ(code(organ), name);
    }

    public Answer place(String organ, @Nullable String superior, String from) {
        Map<String, Object> body = new HashMap<>(Map.of("organ", code(organ), "from", from));
        if (superior != null) {
            body.put("superior", code(superior));
        }
        return service.postJson("/api/v1/organ-tree/placements", body);
    }

    public Answer merge(String organ, String into, String on) {
        return service.postJson(
                "/api/v1/organ-tree/mergers", Map.of("organ", code(organ), "into", code(into), "on", on));
    }

    /** Requests as rows of the register without the header. */
    public void requests(String organ, String rows) {
        done(service.importCsv(code(organ), "requests", HEADER + rows));
    }

    public void tallies(String organ, int year, String fees) {
        done(service.importCsv(
                code(organ),
                "tallies",
                "年度,事项,数量\n" + year + ",行政许可,1\n" + year + ",行政处罚,2\n" + year + ",行政强制,0\n" + year + ",行政事业性收费," + fees
                        + "\n"));
    }

    public Answer publish(String organ, int year, String reason) {
        String reports = "/api/v1/organs/" + code(organ) + "/annual-reports/" + year;
        for (ReportSection section : ReportSection.values()) {
            done(service.putJson(reports + "/sections/" + section.id(), Map.of("text", "本年度的情况。")));
        }
        Map<String, Object> body = new LinkedHashMap<>(Map.of("publishedOn", (year + 1) + "-01-20"));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return done(service.postJson(reports + "/versions", body));
    }

    /** An organ of the county with a published year. */
    public void office(String organ, String name, int year, String rows, String fees) {
        establish(organ, name);
        requests(organ, rows);
        tallies(organ, year, fees);
        publish(organ, year, "");
    }

    public void texts(int year) {
        for (ReportSection section : ReportSection.values()) {
            done(service.putJson(path(year, "/sections/" + section.id()), Map.of("text", "全县的情况。")));
        }
    }

    public Answer waive(int year, String check, String by, String reason) {
        return service.postJson(path(year, "/waivers"), Map.of("check", check, "waivedBy", by, "reason", reason));
    }

    public Answer publishConsolidated(int year, String reason) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("publishedOn", (year + 1) + "-03-20"));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return service.postJson(path(year, "/versions"), body);
    }

    public Answer upload(int year, String member, String fileName, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--form\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--form--\r\n".getBytes(StandardCharsets.UTF_8));
        return service.post(
                path(year, "/external-tables/" + code(member)),
                "multipart/form-data; boundary=form",
                form.toByteArray(),
                Map.of());
    }
}
