package org.disclosureledger.application.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.application.limits.RequestLimit;
import org.disclosureledger.application.readtrail.SignIns;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcherEntry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything needs a signed-in user except the sign-in page, static files, the health probe and the API's description.
 * Pages are used with a session and protected against forged forms; the API takes HTTP Basic, or the session of a
 * signed-in browser.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** An address of a page, with identifiers and codes and nothing else in it. */
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("(/[A-Za-z0-9._-]{0,64}){1,8}");

    /** Browsers in which one account may be signed in at a time; the one unused for longest is signed out by the next. */
    private static final int SESSIONS = 5;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    @Bean
    AuthenticationManager signIn(Accounts accounts, PasswordEncoder encoder, SignInAttempts attempts, SignIns trail) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(encoder);
        return new ProviderManager(new GuardedSignIn(passwords, accounts, attempts, trail));
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    private static boolean inspects(Actors actors, @Nullable Authentication who) {
        Actor actor = who == null || !who.isAuthenticated() ? Actor.NOBODY : actors.of(who.getName());
        return actor.may(Right.OPERATE) || actor.may(Right.AUDIT);
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** What programs ask: each request brings its password, and leaves no session behind. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            JsonMapper json,
            AuthenticationManager signIn,
            SignIns trail,
            Actors actors,
            RequestLimit limit)
            throws Exception {
        ProblemEntryPoint problems = new ProblemEntryPoint(json);
        return rights(http, actors, limit)
                .securityMatcher(EntryGate::hasPassword)
                .authenticationManager(new RecordedSignIn(signIn, trail::program))
                .httpBasic(b -> b.authenticationEntryPoint(problems))
                .exceptionHandling(e -> e.accessDeniedHandler(problems))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(
                        new EntryGate(
                                problems, (request, response, e) -> problems.refuse(response, "别的网站的页面不能借用浏览器记住的密码")),
                        BasicAuthenticationFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** What people ask in a browser, with a session and protected against forged forms. */
    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            JsonMapper json,
            AuthenticationManager signIn,
            SignIns trail,
            SessionRegistry sessions,
            OutsideSignIn outside,
            Actors actors,
            RequestLimit limit)
            throws Exception {
        ProblemEntryPoint problems = new ProblemEntryPoint(json);
        outside.offer(http);
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        PathPatternRequestMatcher api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        return rights(http, actors, limit)
                .authenticationManager(outside.beside(new RecordedSignIn(signIn, trail::person)))
                .requestCache(cache -> cache.requestCache(askedBefore()))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, e) -> response.sendRedirect(request.getContextPath()
                                + (e instanceof InternalAuthenticationServiceException
                                        ? "/login?unavailable"
                                        : "/login?error"))))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(problems, api)
                        .defaultAuthenticationEntryPointFor(
                                problems,
                                PathPatternRequestMatcher.withDefaults().matcher("/v3/**"))
                        .defaultAuthenticationEntryPointFor(page, request -> true)
                        .defaultAccessDeniedHandlerFor(problems, api)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true))
                .addFilterBefore(
                        new EntryGate(
                                new DelegatingAuthenticationEntryPoint(
                                        page,
                                        List.of(new RequestMatcherEntry<>(api, (AuthenticationEntryPoint) problems))),
                                problems),
                        CsrfFilter.class)
                .sessionManagement(s ->
                        s.maximumSessions(SESSIONS).sessionRegistry(sessions).expiredUrl("/login?expired"))
                .build();
    }

    /** Whoever has to sign in first is led to where he wanted; a session keeps only an address that can name nobody. */
    private static RequestCache askedBefore() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getQueryString() == null
                && PLAIN_ADDRESS.matcher(request.getRequestURI()).matches()
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    private static HttpSecurity rights(HttpSecurity http, Actors actors, RequestLimit limit) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/login", "/assets/**", "/webjars/htmx.org/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, where) -> new AuthorizationDecision(inspects(actors, who.get())))
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(limit, AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
