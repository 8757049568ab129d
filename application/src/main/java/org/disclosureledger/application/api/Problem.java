package org.disclosureledger.application.api;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal in words, as RFC 9457 has it. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail detail;

    /** @param type short name of the kind of problem, stable */
    public Problem(HttpStatus status, String type, String title, String detail) {
        this(status, type, title, detail, Map.of());
    }

    public Problem(HttpStatus status, String type, String title, String detail, Map<String, Object> properties) {
        super(detail);
        this.detail = detail(status, type, title, detail);
        properties.forEach(this.detail::setProperty);
    }

    public ProblemDetail detail() {
        return detail;
    }

    public static ProblemDetail detail(HttpStatus status, String type, String title, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:disclosure-ledger:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    public static Problem unknownOrgan(String code) {
        return new Problem(HttpStatus.NOT_FOUND, "unknown-organ", "没有这个机关", "没有代码为“" + code + "”的机关，请先建立机关");
    }

    public static Problem notFound(String sentence) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "没有找到", sentence);
    }

    public static Problem badRequest(String field, String sentence) {
        return new Problem(HttpStatus.BAD_REQUEST, "bad-request", "请求有误", sentence, Map.of("field", field));
    }
}
