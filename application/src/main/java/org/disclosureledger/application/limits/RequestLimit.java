package org.disclosureledger.application.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Turns away who asks too often, once it is known who he is and before anything is done for him. It stands in the chain of
 * filters that tell who asks. Static files are not counted: they cost nothing, and pages need several.
 */
@Component
public final class RequestLimit extends OncePerRequestFilter {

    private final RequestCounts requests;
    private final HandlerExceptionResolver answers;

    RequestLimit(RequestCounts requests, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /** The chain of filters that tell who asks calls it; the server does not by itself. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LimitSettings.class)
    static class OnlyWhereWeKnowWhoAsks {

        @Bean
        FilterRegistrationBean<RequestLimit> requestLimitRegistration(RequestLimit filter) {
            FilterRegistrationBean<RequestLimit> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/health");
    }

    /** A problem for programs; people get the page for this status. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, TooMuch e) throws IOException {
        if (path(request).startsWith("/api/")) {
            answers.resolveException(request, response, null, e);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            if (who == null || who instanceof AnonymousAuthenticationToken) {
                requests.ofPlace(request.getRemoteAddr());
            } else {
                requests.ofAccount(who.getName());
            }
        } catch (TooMuch e) {
            refuse(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
