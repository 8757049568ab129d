package org.disclosureledger.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.security.AccessInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has around its content: who is signed in, where the script of htmx is served, what paper says. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
public class PageFrame {

    private static final String ROOT = "META-INF/resources";

    private final String htmx;
    private final Ledger ledger;
    private final Clock clock;

    public PageFrame(Ledger ledger, Clock clock) throws IOException {
        this.ledger = ledger;
        this.clock = clock;
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/" + ROOT + "/webjars/htmx.org/*/dist/htmx.min.js");
        if (found.length != 1) {
            throw new IllegalStateException("expected one htmx.min.js, found " + found.length);
        }
        String url = found[0].getURL().toString();
        this.htmx = url.substring(url.indexOf(ROOT) + ROOT.length());
    }

    @ModelAttribute("userName")
    public @Nullable String userName(@Nullable Principal user) {
        return user == null ? null : user.getName();
    }

    /** What may be offered to who looks. */
    @ModelAttribute("may")
    public PageRights may(HttpServletRequest request) {
        return new PageRights(AccessInterceptor.actor(request));
    }

    /** The identity of what a form of this page will ask for: sent twice, it has one effect. */
    @ModelAttribute("command")
    public String command() {
        return UUID.randomUUID().toString();
    }

    /** When the page was made, and the last event of the ledger at that time: printed above what is printed. */
    public record Printed(Instant at, long number) {}

    /** Asked by the frame itself, so that parts of pages and redirections do without. */
    public Printed printed() {
        return new Printed(clock.instant(), ledger.head());
    }

    @ModelAttribute("htmx")
    public String htmx() {
        return htmx;
    }
}
