package org.disclosureledger.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ProblemHandler;
import org.disclosureledger.application.limits.TooMuch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong before anybody is in charge of a request: a problem for the API, a page for people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class UnroutedErrors {

    private final DataSize limit;

    UnroutedErrors(@Value("${ledger.imports.max-file-size}") DataSize limit) {
        this.limit = limit;
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    Object notFound(HttpServletRequest request) {
        return isApi(request)
                ? answer(Problem.detail(HttpStatus.NOT_FOUND, "not-found", "没有找到", "没有这个地址：" + request.getRequestURI()))
                : PageErrors.page(HttpStatus.NOT_FOUND, "没有找到这个页面", "网址可能不完整，或者页面已经移走。");
    }

    @ExceptionHandler
    Object notSupported(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return isApi(request)
                ? answer(Problem.detail(
                        HttpStatus.METHOD_NOT_ALLOWED, "method", "不支持的方法", "这个地址不支持 " + e.getMethod() + " 方法"))
                : PageErrors.page(HttpStatus.METHOD_NOT_ALLOWED, "不能这样打开这个页面", "请从首页或导航进入。");
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        ProblemDetail problem = ProblemHandler.tooLarge(limit.toBytes());
        return isApi(request)
                ? answer(problem)
                : PageErrors.page(HttpStatus.CONTENT_TOO_LARGE, "文件过大", problem.getDetail() + "。没有登记任何内容。");
    }

    @ExceptionHandler
    Object brokenUpload(MultipartException e, HttpServletRequest request) {
        return isApi(request)
                ? answer(Problem.detail(HttpStatus.BAD_REQUEST, "upload", "上传没有完成", "没有完整收到文件，请重新上传"))
                : PageErrors.page(HttpStatus.BAD_REQUEST, "上传没有完成", "没有完整收到文件，没有登记任何内容。请返回后重新上传。");
    }

    @ExceptionHandler
    Object tooMuch(TooMuch e, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter()));
        String sentence = e.getMessage() + "，请 " + e.retryAfter() + " 秒以后再试";
        return isApi(request)
                ? answer(Problem.detail(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "请求太多", sentence))
                : PageErrors.page(HttpStatus.TOO_MANY_REQUESTS, "请求太多", sentence + "。本次没有登记任何内容。");
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
