package org.disclosureledger.application.api;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.application.axon.IdentityReused;
import org.disclosureledger.application.axon.Overtaken;
import org.disclosureledger.application.eventstore.OutcomeUnknown;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.readtrail.NotRecorded;
import org.disclosureledger.application.security.FirstPassword;
import org.disclosureledger.domain.CommandRejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns what goes wrong in an API call into problem details with a Chinese sentence. Causes go to the log, not out. */
@RestControllerAdvice(annotations = RestController.class)
public class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Pattern FIELD = Pattern.compile("[A-Za-z]{1,40}");

    private final DataSize limit;

    ProblemHandler(@Value("${ledger.imports.max-file-size}") DataSize limit) {
        this.limit = limit;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem e) {
        return answer(e.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> firstPassword(FirstPassword e) {
        return answer(Problem.detail(
                HttpStatus.FORBIDDEN, "first-password", "须先更改密码", "现在的密码是别人设定的，请先用 PUT /api/v1/password 更改"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(CommandRejected e) {
        ProblemDetail problem =
                Problem.detail(HttpStatus.UNPROCESSABLE_CONTENT, "rejected", "不能登记", String.valueOf(e.getMessage()));
        problem.setProperty("errors", FindingReply.of(e.findings()));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(Overtaken e) {
        return answer(Problem.detail(HttpStatus.CONFLICT, "conflict", "与其他操作冲突", "同一事项正被其他人登记，请稍后重试"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(IdentityReused e) {
        return answer(Problem.detail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency-Key 已经用过",
                "这个 Idempotency-Key 已用于另一个内容不同的请求，本次没有登记任何内容；新的请求请换一个新的值"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableEvent e) {
        LOG.error("the history of a case cannot be read: {}", e.getMessage());
        return answer(Problem.detail(
                HttpStatus.CONFLICT, "unreadable-history", "历史无法读取", "涉及的事项有本程序不能读取的历史事件，暂时不能继续登记，本次没有登记任何内容"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notRecorded(NotRecorded e) {
        LOG.error("what was to be shown could not be recorded", e);
        return later(Problem.detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "reading-not-recorded",
                "查阅不能记入台账，暂不提供",
                "个人信息和文件只有在查阅、导出记入台账以后才提供，现在不能记入，请稍后重试"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(OutcomeUnknown e) {
        LOG.warn("a commit was neither confirmed nor refused", e);
        return later(Problem.detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outcome-unknown",
                "是否已经登记尚不确定",
                "提交时与数据库的连接中断，可能已经登记，也可能没有。请用同一个 Idempotency-Key 原样重发，不会重复登记；没有带的，请先查询再重发"));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransactionException.class,
        UncategorizedDataAccessException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.warn("the database does not serve", e);
        return later(Problem.detail(
                HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", "数据库暂时不可用", "数据库暂时不可用，本次没有登记任何内容，请稍后重试"));
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) {
        String reference = UUID.randomUUID().toString();
        LOG.error("request failed, reference {}", reference, e);
        ProblemDetail problem = Problem.detail(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "服务内部错误", "服务内部错误，请核对是否已经登记后再重试；错误编号 " + reference);
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
        String field = e.getCause() instanceof JacksonException json ? field(json) : "";
        String sentence = field.isEmpty() ? "请求体应为 JSON，现在无法读取" : "“" + field + "”的值无法识别，请按接口文档的格式填写";
        return ResponseEntity.badRequest()
                .body(Problem.badRequest(field, sentence).detail());
    }

    /** Where in the body something could not be read; names of the program's own words only, never a value. */
    private static String field(JacksonException e) {
        return e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null && FIELD.matcher(name).matches())
                .collect(Collectors.joining("."));
    }

    public static ProblemDetail tooLarge(long limit) {
        return Problem.detail(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "文件过大", "文件超过 " + limit / (1024 * 1024) + " MB 的上限，请拆分后导入");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
