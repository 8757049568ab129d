package org.disclosureledger.application.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.disclosureledger.application.axon.Announcements;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who wants to hear first what an entry would change in published years: programs say so by a header, and forms that can
 * show it and ask again say so by a field, until it is confirmed.
 */
@Configuration(proxyBeanMethods = false)
public class AnnouncingInterceptor implements AsyncHandlerInterceptor, WebMvcConfigurer {

    public static final String HEADER = "Announce-Changes";
    private static final String FORM_ANNOUNCES = "announces";
    private static final String CONFIRMED = "confirmed";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return true;
        }
        boolean program = "true".equalsIgnoreCase(request.getHeader(HEADER));
        boolean form = !request.getRequestURI().startsWith("/api/")
                && request.getParameter(FORM_ANNOUNCES) != null
                && request.getParameter(CONFIRMED) == null;
        if (program || form) {
            Announcements.wantedFirst();
        }
        return true;
    }

    /** The answer is written by another thread; this one goes to somebody else. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Announcements.over();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Announcements.over();
    }
}
