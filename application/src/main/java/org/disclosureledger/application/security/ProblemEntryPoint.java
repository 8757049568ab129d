package org.disclosureledger.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.disclosureledger.application.api.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** Tells a caller of the API, as a problem, that it has to sign in. */
final class ProblemEntryPoint implements AuthenticationEntryPoint {

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

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
