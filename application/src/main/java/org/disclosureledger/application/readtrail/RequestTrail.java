package org.disclosureledger.application.readtrail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.AccessInterceptor;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.access.SubjectId;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What one request has opened: noted while its answer is put together, recorded before the first byte of the answer. What
 * is opened later is recorded at once. An answer that shows nothing, a redirection, records nothing.
 */
final class RequestTrail {

    private static final String ATTRIBUTE = RequestTrail.class.getName();
    private static final int FIRST_REFUSAL = 400;

    private final ReadTrail trail;
    private final HttpServletRequest request;
    private final Set<Noted> noted = new LinkedHashSet<>();
    private final List<Noted> pending = new ArrayList<>();
    private boolean answering;
    private boolean refused;

    private RequestTrail(ReadTrail trail, HttpServletRequest request) {
        this.trail = trail;
        this.request = request;
    }

    private record Noted(String organ, @Nullable String subject) {}

    static RequestTrail begin(ReadTrail trail, HttpServletRequest request) {
        RequestTrail begun = new RequestTrail(trail, request);
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    static @Nullable RequestTrail of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestTrail begun ? begun : null;
    }

    /** @param subjects none for a search that found nothing */
    synchronized void opened(String organ, Collection<String> subjects) {
        if (purpose() == null) {
            throw new IllegalStateException("a method that is not said to show personal data opens some: " + handler());
        }
        if (subjects.isEmpty()) {
            note(new Noted(organ, null));
        }
        subjects.forEach(subject -> note(new Noted(organ, subject)));
        if (answering) {
            record(readings());
        }
    }

    private void note(Noted opened) {
        if (noted.add(opened)) {
            pending.add(opened);
        }
    }

    /**
     * Before the answer is written. Whoever is refused this gets an answer that tells him so.
     *
     * @throws NotRecorded when what the answer shows could not be recorded
     */
    synchronized void answer(HttpServletResponse response) {
        if (answering) {
            return;
        }
        List<AccessEvent> events = new ArrayList<>();
        if (response.getStatus() < FIRST_REFUSAL) {
            if (refused) {
                throw new IllegalStateException("an answer that could not be recorded is tried again");
            }
            HandlerMethod handler = handler();
            Exports exports = handler == null ? null : handler.getMethodAnnotation(Exports.class);
            if (exports != null) {
                events.add(exported(exports.value()));
            } else if (isFile(response)
                    && noted.isEmpty()
                    && (handler == null || !handler.hasMethodAnnotation(HoldsNoData.class))) {
                throw new IllegalStateException("a file that nobody records is given away by " + handler);
            }
        }
        events.addAll(readings());
        record(events);
        answering = true;
    }

    private List<AccessEvent> readings() {
        List<AccessEvent> readings = new ArrayList<>();
        ReadingPurpose purpose = purpose();
        if (purpose != null) {
            for (Noted opened : pending) {
                String subject = opened.subject();
                readings.add(new AccessEvent.PersonalDataRead(
                        ReadTrail.id(),
                        new OrganCode(opened.organ()),
                        actor().login(),
                        purpose,
                        subject == null ? null : new SubjectId(UUID.fromString(subject))));
            }
        }
        pending.clear();
        return readings;
    }

    private void record(List<AccessEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            trail.record(events);
        } catch (NotRecorded e) {
            noted.clear();
            refused = true;
            throw e;
        }
    }

    private AccessEvent exported(ExportKind kind) {
        String organ = variable("organ", "code");
        String register = variable("register", "");
        String year = variable("year", "");
        boolean personal = kind == ExportKind.ARCHIVE_PACKAGE
                || (kind == ExportKind.REGISTER
                        && organ != null
                        && register != null
                        && RegisterLayout.byId(register)
                                .filter(RegisterLayout::remarksMayNamePersons)
                                .isPresent()
                        && actor().may(Right.READ_IDENTITY, organ));
        return new AccessEvent.DataExported(
                ReadTrail.id(),
                organ == null ? OrganCode.ALL : new OrganCode(organ),
                actor().login(),
                kind,
                register,
                year == null ? null : Integer.valueOf(year),
                personal);
    }

    private static boolean isFile(HttpServletResponse response) {
        String disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return disposition != null && disposition.startsWith("attachment");
    }

    private Actor actor() {
        return AccessInterceptor.actor(request);
    }

    private @Nullable HandlerMethod handler() {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                ? method
                : null;
    }

    private @Nullable ReadingPurpose purpose() {
        HandlerMethod handler = handler();
        if (handler == null) {
            return null;
        }
        Shows own = handler.getMethodAnnotation(Shows.class);
        Shows all = own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Shows.class) : own;
        return all == null ? null : all.value();
    }

    @SuppressWarnings("unchecked")
    private @Nullable String variable(String name, String otherwise) {
        Map<String, String> variables =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables == null) {
            return null;
        }
        String value = variables.get(name);
        return value == null ? variables.get(otherwise) : value;
    }
}
