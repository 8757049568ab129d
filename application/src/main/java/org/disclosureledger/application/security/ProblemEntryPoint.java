package org.disclosureledger.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.disclosureledger.application.api.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a caller of the API, as a problem, that it has to sign in. So is a caller who writes without a word about who it
 * is, although the check for forged forms stops it first: many wait to be asked before they send a password.
 */
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ProblemEntryPoint(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof InternalAuthenticationServiceException) {
            write(response, Problem.detail(HttpStatus.SERVICE_UNAVAILABLE, "busy", "服务繁忙", "现在无法核对用户名和密码，请稍后重试"));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"disclosure-ledger\", charset=\"UTF-8\"");
        write(
                response,
                Problem.detail(
                        HttpStatus.UNAUTHORIZED, "unauthorized", "需要登录", "请以 HTTP Basic 提供用户名和密码；用户名或密码不正确时也会得到这一答复"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            commence(request, response, new InsufficientAuthenticationException("nobody signed in", e));
            return;
        }
        refuse(response, "已登录的浏览器须带防伪令牌；其他程序请用 HTTP Basic");
    }

    void refuse(HttpServletResponse response, String sentence) throws IOException {
        write(response, Problem.detail(HttpStatus.FORBIDDEN, "forbidden", "不能这样请求", sentence));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
