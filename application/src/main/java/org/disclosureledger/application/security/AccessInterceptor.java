package org.disclosureledger.application.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks before every controller's method whether its caller may call it ({@link Requires}), in the organ that the address
 * names as {@code organ} or {@code code}. An organ with which he has nothing to do is answered like one that does not
 * exist.
 */
@Configuration(proxyBeanMethods = false)
public class AccessInterceptor implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(AccessInterceptor.class);
    private static final String OURS = "org.disclosureledger.";

    private final Actors actors;
    private final Accounts accounts;

    AccessInterceptor(Actors actors, Accounts accounts) {
        this.actors = actors;
        this.accounts = accounts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)
                || request.getDispatcherType() == DispatcherType.ERROR
                || method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC
                && request.getAttribute(Access.OF_REQUEST) instanceof Actor actor) {
            Access.begin(actor);
            return true;
        }
        Principal user = request.getUserPrincipal();
        Actor actor = user == null ? Actor.NOBODY : actors.of(user.getName());
        request.setAttribute(Access.OF_REQUEST, actor);
        Access.begin(actor);
        try {
            check(method, actor, request);
        } catch (RuntimeException refused) {
            Access.end();
            LOG.warn("refused: {} {} to {}", request.getMethod(), pattern(request), actor.login());
            throw refused;
        }
        return true;
    }

    private void check(HandlerMethod method, Actor actor, HttpServletRequest request) {
        Right[] rights = rights(method);
        if (rights == null) {
            throw new Problem(HttpStatus.FORBIDDEN, "no-right", "没有这项权限", "这个地址没有规定谁可以使用，因此谁也不能使用");
        }
        if (!actor.may(Right.COME_IN)) {
            throw new Problem(HttpStatus.FORBIDDEN, "suspended", "账号已停用", "您的账号已停用，请与系统管理员联系");
        }
        if (accounts.mustChange(actor.login()) && !method.hasMethodAnnotation(WithFirstPassword.class)) {
            throw new FirstPassword();
        }
        String organ = organ(request);
        if (organ == null) {
            Access.requireEverywhere(actor, rights);
        } else {
            Access.require(organ, rights);
        }
    }

    private static @Nullable Object pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** Who makes this request; nobody on a page that needs no sign-in. */
    public static Actor actor(HttpServletRequest request) {
        return request.getAttribute(Access.OF_REQUEST) instanceof Actor actor ? actor : Actor.NOBODY;
    }

    static Right @Nullable [] rights(HandlerMethod method) {
        Requires own = method.getMethodAnnotation(Requires.class);
        Requires all =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class) : own;
        return all == null ? null : all.value();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String organ(HttpServletRequest request) {
        Map<String, String> variables =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables == null) {
            return null;
        }
        String organ = variables.get("organ");
        return organ == null ? variables.get("code") : organ;
    }

    /** The answer is written by another thread; this one goes to somebody else. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Access.end();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Access.end();
    }
}
