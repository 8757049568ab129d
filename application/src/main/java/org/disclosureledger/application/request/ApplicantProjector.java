package org.disclosureledger.application.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.KeyedDigest;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.retention.Cases;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps by what each request's applicant is recognised, whether it was typed, imported or corrected. It is here and not
 * among the other projectors because it needs the keys of the cases; a case whose key is gone is left out.
 */
@Component
public class ApplicantProjector implements Projector {

    private final ApplicantStore store;
    private final CaseKeys keys;
    private final KeyedDigest digest;

    ApplicantProjector(ApplicantStore store, CaseKeys keys, KeyedDigest digest) {
        this.store = store;
        this.keys = keys;
        this.digest = digest;
    }

    /** The same for the tables which this connection sees under their names. */
    public ApplicantProjector on(JdbcTemplate template) {
        return new ApplicantProjector(new ApplicantStore(template), keys, digest);
    }

    @Override
    public String name() {
        return "applicants";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("applicant_key", "case_id"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    /** What identifies an applicant, as an event states it, still sealed. */
    private record Stated(String caseId, String organ, RequestFact fact, String sealed) {

        private static @Nullable Stated of(RequestEvent event, RequestFact fact, @Nullable SealedText text) {
            return text == null
                    ? null
                    : new Stated(event.requestId().toString(), event.organ().value(), fact, text.value());
        }

        private static @Nullable Stated of(RequestEvent event, String fact, String value) {
            RequestFact stated = RequestFact.byId(fact);
            return stated == RequestFact.APPLICANT || stated == RequestFact.IDENTITY_NUMBER
                    ? of(event, stated, new SealedText(value))
                    : null;
        }

        static Stream<Stated> by(DomainEvent event) {
            if (event instanceof RequestEvent.RequestReceived e) {
                return Stream.of(
                                of(e, RequestFact.APPLICANT, e.applicant()),
                                of(e, RequestFact.IDENTITY_NUMBER, e.identityNumber()))
                        .filter(Objects::nonNull);
            }
            if (event instanceof RequestEvent.RequestDetailRecorded e) {
                return Stream.ofNullable(of(e, e.fact(), e.value()));
            }
            return event instanceof RequestEvent.RequestFactCorrected e
                    ? Stream.ofNullable(of(e, e.fact(), e.corrected()))
                    : Stream.of();
        }
    }

    @Override
    public void project(List<RecordedEvent> events) {
        List<Stated> stated = events.stream().flatMap(e -> Stated.by(e.event())).toList();
        Map<String, CaseKey> known =
                keys.find(stated.stream().map(Stated::caseId).distinct().toList());
        Map<String, ApplicantStore.Digests> digests = new LinkedHashMap<>();
        for (Stated s : stated) {
            CaseKey key = known.get(s.caseId());
            if (key != null) {
                String text = key.open(s.fact().id(), s.sealed());
                byte[] digested = digest.of(s.fact().id(), s.organ(), text);
                boolean name = s.fact() == RequestFact.APPLICANT;
                digests.merge(
                        s.caseId(),
                        new ApplicantStore.Digests(
                                s.caseId(), s.organ(), name ? digested : null, name ? null : digested),
                        ApplicantStore.Digests::then);
            }
        }
        store.lay(digests.values());
        store.forget(events.stream()
                .map(RecordedEvent::event)
                .flatMap(e -> e instanceof RetentionEvent.PersonalDataDestroyed gone
                        ? Cases.of(gone.cases()).stream()
                        : Stream.of())
                .toList());
    }
}
