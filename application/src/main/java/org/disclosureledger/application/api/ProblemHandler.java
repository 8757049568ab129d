package org.disclosureledger.application.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.axon.Overtaken;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what goes wrong in an API call into problem details with a Chinese sentence. Causes go to the log, not out. */
@RestControllerAdvice(annotations = RestController.class)
public class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final DataSize limit;

    ProblemHandler(@Value("${ledger.imports.max-file-size}") DataSize limit) {
        this.limit = limit;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem e) {
        return answer(e.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(CommandRejected e) {
        ProblemDetail problem =
                Problem.detail(HttpStatus.UNPROCESSABLE_CONTENT, "rejected", "不能登记", String.valueOf(e.getMessage()));
        problem.setProperty(
                "errors", e.findings().stream().map(ProblemHandler::error).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(Overtaken e) {
        return answer(Problem.detail(HttpStatus.CONFLICT, "conflict", "与其他操作冲突", "同一事项正被其他人登记，请稍后重试"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) {
        String reference = UUID.randomUUID().toString();
        LOG.error("request failed, reference {}", reference, e);
        ProblemDetail problem = Problem.detail(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "服务内部错误", "服务内部错误，没有登记任何内容；错误编号 " + reference);
        problem.setProperty("reference", reference);
        return answer(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(tooLarge(limit.toBytes()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        return ResponseEntity.badRequest()
                .body(Problem.badRequest(name, "“" + name + "”的值无效").detail());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest()
                .body(Problem.badRequest("", "请求体应为 JSON，现在无法读取").detail());
    }

    public static ProblemDetail tooLarge(long limit) {
        return Problem.detail(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "文件过大", "文件超过 " + limit / (1024 * 1024) + " MB 的上限，请拆分后导入");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    static Map<String, Object> error(Finding finding) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", finding.fact());
        error.put("rule", finding.rule());
        error.put("ground", finding.ground());
        error.put("reason", finding.sentence());
        return error;
    }

    public static List<Map<String, Object>> errors(List<Finding> findings) {
        return findings.stream().map(ProblemHandler::error).toList();
    }
}
