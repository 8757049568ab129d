package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Endpoints.Endpoint;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Tries of somebody to learn or change anything of another organ, through each address. */
final class Intrusion {

    static final String MARK = "机密柒玖";

    private final RequestMappingHandlerMapping mapping;
    private final AtomicInteger tries = new AtomicInteger();

    Intrusion(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    int tries() {
        return tries.get();
    }

    /** What another organ has, and how it is called from outside. */
    record Theirs(String organ, Map<String, String> variables, List<String> marks) {}

    private static JsonNode done(Service who, String path, Object body) {
        Answer answer = who.postJson("/api/v1" + path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        return answer.bytes().length == 0 ? who.get("/api/v1" + path).json() : answer.json();
    }

    static Theirs work(Service admin, String organ) {
        admin.organ(organ, MARK + "局");
        assertThat(admin.importCsv(organ, "requests", """
                        登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果,备注
                        %1$s-1,2024-03-01,当面,自然人,%1$s人,%1$s事,2024-03-10,予以公开,%1$s注
                        %1$s-2,2024-05-04,邮寄,商业企业,%1$s公司,%1$s事,,,
                        """.formatted(MARK)).status())
                .isEqualTo(200);
        assertThat(admin.importCsv(organ, "remedies", """
                案件编号,程序,登记编号,受理日期,审结日期,结果
                %1$s复议,行政复议,%1$s-1,2024-04-01,2024-05-20,维持
                """.formatted(MARK)).status())
                .isEqualTo(200);
        admin.put(
                "/api/v1/organs/" + organ + "/annual-reports/2024/sections/overview",
                "application/json",
                ("{\"text\":\"" + MARK + "的情况。\"}").getBytes(StandardCharsets.UTF_8));
        JsonNode cases = admin.get("/api/v1/organs/" + organ + "/registers/requests")
                .json()
                .path("cases");
        String request = cases.path(0).path("case").asString();
        String publication = done(
                        admin,
                        "/organs/" + organ + "/publications",
                        Map.of(
                                "publicationNumber",
                                MARK + "公1",
                                "title",
                                MARK + "标准",
                                "contentClass",
                                "localMatters",
                                "madeOn",
                                "2024-03-04"))
                .path("publicationId")
                .asString();
        done(
                admin,
                "/organs/" + organ + "/requests/" + request + "/letters/receipt",
                Map.of("on", "2024-05-06", "letterNumber", MARK + "回1", "values", Map.of()));
        admin.attach(
                organ, request, "application", Map.of(MARK + ".txt", MARK.getBytes(StandardCharsets.UTF_8)), Map.of());
        String imported = admin.get("/api/v1/organs/" + organ + "/imports")
                .json()
                .at("/0/importId")
                .asString();
        return new Theirs(
                organ,
                Map.of("caseId", request, "publicationId", publication, "id", imported, "importId", imported),
                List.of(MARK, request, publication, imported));
    }

    private static String other(String variable, Endpoint endpoint) {
        return switch (variable) {
            case "year" -> "2024";
            case "version", "number" -> "1";
            case "register" -> "requests";
            case "format" -> "docx";
            case "table" -> "requests";
            case "row", "column" -> "total";
            case "section" -> "overview";
            case "kind" -> "receipt";
            case "chart" -> "results";
            case "step" -> endpoint.path().contains("publications") ? "review" : "askForCorrection";
            default -> UUID.randomUUID().toString();
        };
    }

    private static byte[] body(Endpoint endpoint, Theirs theirs) {
        if (endpoint.method().equals("GET") || endpoint.method().equals("DELETE")) {
            return new byte[0];
        }
        String id = theirs.variables().get("caseId");
        if (endpoint.consumes().startsWith("multipart")) {
            return ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n案件编号,程序,登记编号,受理日期\n"
                            + "侵入-1,行政复议," + MARK + "-1,2024-04-01\n\r\n--x--\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (endpoint.consumes().startsWith("text/csv")) {
            return ("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n" + MARK + "-1,2024-03-02,当面,自然人,某,某\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (endpoint.isApi()) {
            return ("{\"organ\":\"" + theirs.organ() + "\",\"requestId\":\"" + id + "\",\"splitFrom\":\"" + id
                            + "\",\"registrationNumber\":\"" + MARK + "-1\",\"login\":\"admin\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return ("organ=" + theirs.organ() + "&code=" + theirs.organ() + "&caseId=" + id + "&number=" + id + "&text=x")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer attempt(Endpoint endpoint, String organ, Theirs theirs, String query, Service who) {
        tries.incrementAndGet();
        String path = endpoint.filled(variable -> switch (variable) {
            case "organ", "code" -> organ;
            default -> theirs.variables().getOrDefault(variable, other(variable, endpoint));
        });
        boolean plain = endpoint.method().equals("GET") || endpoint.method().equals("DELETE");
        String type = plain
                ? ""
                : endpoint.consumes().startsWith("multipart")
                        ? "multipart/form-data; boundary=x"
                        : endpoint.consumes().startsWith("text/")
                                ? endpoint.consumes()
                                : endpoint.isApi() ? "application/json" : "application/x-www-form-urlencoded";
        return who.call(
                endpoint.method(), path + (path.contains("?") ? "&" : "?") + query, type, body(endpoint, theirs));
    }

    /** Compressed files are looked into. */
    static String readable(Answer answer) {
        byte[] bytes = answer.bytes();
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            return unpacked(bytes);
        }
        return answer.text();
    }

    private static String unpacked(byte[] bytes) {
        StringBuilder texts = new StringBuilder();
        try {
            Path file = Files.createTempFile("isolation", ".zip");
            Files.write(file, bytes);
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    texts.append(part.getName())
                            .append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.toString();
    }

    Set<String> leaks(Service who, Theirs theirs, List<String> organs, Set<String> methods) {
        Set<String> leaks = new TreeSet<>();
        List<String> queries = List.of(
                "a=b",
                "asOf=2099-01-01T00:00:00Z",
                "organ=" + theirs.organ() + "&code=" + theirs.organ(),
                "case=" + theirs.variables().get("caseId") + "&requestId="
                        + theirs.variables().get("caseId"),
                "limit=1000&offset=0&page=1&state=answered",
                "number=&text=&sort=receivedOn&outcome=granted");
        for (Endpoint endpoint : Endpoints.of(mapping)) {
            if (!methods.contains(endpoint.method())
                    || endpoint.path().contains("password")
                    || endpoint.path().startsWith("/login")) {
                continue;
            }
            for (String organ : endpoint.ofOrgan() ? organs : List.of("")) {
                for (String query : queries) {
                    Answer answer = attempt(endpoint, organ, theirs, query, who);
                    String text = readable(answer)
                            .replace("没有代码为“" + theirs.organ() + "”的机关", "")
                            .replace(theirs.organ(), "");
                    for (String mark : theirs.marks()) {
                        String sent = new String(body(endpoint, theirs), StandardCharsets.UTF_8);
                        boolean named = endpoint.path().contains("{")
                                && theirs.variables().containsValue(mark);
                        boolean said = named || sent.contains(mark);
                        if (text.contains(mark) && !said) {
                            leaks.add(endpoint + " as " + organ + "?" + query + " shows " + mark);
                        }
                    }
                }
            }
        }
        return leaks;
    }

    static String theirRecord(Service admin, Theirs theirs) {
        List<String> record = new ArrayList<>();
        for (String path :
                List.of("registers/requests", "registers/remedies", "publications", "annual-reports/2024/sections")) {
            record.add(
                    admin.get("/api/v1/organs/" + theirs.organ() + "/" + path).text());
        }
        return String.join("\n", record);
    }
}
