package org.disclosureledger.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is turned away before anything of it is read. The check for forged forms reads the form, files included, so a form
 * with files needs a session or a password in its header. And a browser that remembers a password sends it along with
 * what a foreign page asks of it: browsers say so, and that is refused.
 */
final class EntryGate extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final AuthenticationEntryPoint signIn;
    private final AccessDeniedHandler refusal;

    EntryGate(AuthenticationEntryPoint signIn, AccessDeniedHandler refusal) {
        this.signIn = signIn;
        this.refusal = refusal;
    }

    static boolean hasPassword(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String askedFrom = request.getHeader("Sec-Fetch-Site");
        if (hasPassword(request)) {
            if (askedFrom != null && !OWN.contains(askedFrom)) {
                refusal.handle(request, response, new AccessDeniedException("asked by a foreign page"));
                return;
            }
        } else if (isFormWithFiles(request) && isUnknown()) {
            signIn.commence(request, response, new InsufficientAuthenticationException("nobody signed in"));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isFormWithFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static boolean isUnknown() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }
}
