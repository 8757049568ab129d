package org.disclosureledger.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service as another system sees it: HTTP and nothing else. */
public final class Service {

    public static final String PASSWORD = "let-me-in-2026";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final String login;
    private final String password;

    public Service(int port) {
        this(port, PASSWORD);
    }

    public Service(int port, String password) {
        this(port, "admin", password);
    }

    public Service(int port, String login, String password) {
        this.address = "http://localhost:" + port;
        this.login = login;
        this.password = password;
    }

    /** The same service to somebody else. */
    public Service as(String other, String otherPassword) {
        return new Service(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)), other, otherPassword);
    }

    /** An answer with its body, which is read as JSON when it is asked for. */
    public record Answer(int status, String contentType, byte[] bytes, HttpHeaders headers) {

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer postJson(String path, Object body) {
        return postJson(path, body, Map.of());
    }

    public Answer postJson(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Answer putJson(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Answer post(String path, String contentType, byte[] body) {
        return post(path, contentType, BodyPublishers.ofByteArray(body));
    }

    public Answer post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    public Answer post(String path, String contentType, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", contentType);
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    /** Adds files to a request, as a form with files does. */
    public Answer attach(
            String organ, String caseId, String kind, Map<String, byte[]> files, Map<String, String> headers) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--form\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        files.forEach((name, content) -> {
            form.writeBytes(("--form\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: text/html\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        form.writeBytes("--form--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(
                "/api/v1/organs/" + organ + "/requests/" + caseId + "/attachments",
                "multipart/form-data; boundary=form",
                form.toByteArray(),
                headers);
    }

    public Answer put(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body)));
    }

    /** Any method, with a body or without. */
    public Answer call(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = request(path);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(
                request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Makes an organ; its code is its address. */
    public void organ(String code, String name) {
        Answer answer = postJson("/api/v1/organs", Map.of("code", code, "name", name));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
    }

    public Answer importCsv(String organ, String register, String csv) {
        return importCsv(organ, register, csv, Map.of());
    }

    public Answer importCsv(String organ, String register, String csv, Map<String, String> headers) {
        HttpRequest.Builder request =
                request("/api/v1/organs/" + organ + "/imports/" + register).header("Content-Type", "text/csv");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.UTF_8))));
    }

    public JsonNode tables(String organ, int year) {
        return get("/api/v1/organs/" + organ + "/annual-reports/" + year + "/tables")
                .json();
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Basic " + credentials);
    }

    /** A form with a file, of somebody whose header only pretends to say who it is. */
    public Answer anonymousUpload(String path, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=form")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString("--form--\r\n")));
    }

    public Answer anonymous(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
