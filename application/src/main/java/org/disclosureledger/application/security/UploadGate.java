package org.disclosureledger.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The check for forged forms reads the form, files included. Nobody's files are read before it is known who sends them:
 * a form with files needs a session, everything else of that kind is for programs, which say who they are in a header.
 */
final class UploadGate extends OncePerRequestFilter {

    private final AuthenticationEntryPoint signIn;

    UploadGate(AuthenticationEntryPoint signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean unknown = who == null || who instanceof AnonymousAuthenticationToken;
        if (type != null
                && type.regionMatches(true, 0, "multipart/", 0, 10)
                && request.getHeader("Authorization") == null
                && unknown) {
            signIn.commence(request, response, new InsufficientAuthenticationException("nobody signed in"));
            return;
        }
        chain.doFilter(request, response);
    }
}
