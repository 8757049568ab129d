package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL about requests of the same applicant. */
@Component
class ApplicantStore {

    private final JdbcClient jdbc;

    ApplicantStore(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        jdbc.sql("truncate applicant_key").update();
    }

    /** By what the applicant of a request is recognised; null for what is not known or not said. */
    record Digests(String caseId, String organ, byte @Nullable [] name, byte @Nullable [] identity) {

        Digests then(Digests later) {
            return new Digests(
                    caseId,
                    organ,
                    later.name == null ? name : later.name,
                    later.identity == null ? identity : later.identity);
        }
    }

    void lay(Collection<Digests> digests) {
        if (digests.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into applicant_key (case_id, organ, name, identity)
                        select case_id, organ, decode(name, 'hex'), decode(identity, 'hex')
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d (case_id, organ, name, identity)
                        on conflict (case_id) do update
                        set name = coalesce(excluded.name, applicant_key.name),
                            identity = coalesce(excluded.identity, applicant_key.identity)
                        """)
                .param(texts(digests, Digests::caseId))
                .param(texts(digests, Digests::organ))
                .param(texts(digests, d -> hex(d.name())))
                .param(texts(digests, d -> hex(d.identity())))
                .update();
    }

    private static @Nullable String[] texts(Collection<Digests> digests, Function<Digests, @Nullable String> column) {
        return digests.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }

    /** Whoever applied in these cases is recognised no more. */
    void forget(Collection<String> caseIds) {
        if (!caseIds.isEmpty()) {
            jdbc.sql("delete from applicant_key where case_id = any(?)")
                    .param(caseIds.toArray(String[]::new))
                    .update();
        }
    }

    /**
     * Other requests of the organ that seem to come from the same applicant: the same identity number, or the same name
     * where one of the two has no number; received between two days, in the order of their receipt.
     *
     * @param before number of the first event that is not looked at
     */
    List<String> sameApplicant(String organ, String caseId, LocalDate from, LocalDate to, long before) {
        return jdbc.sql("""
                        select other.case_id
                        from applicant_key this
                        join applicant_key other on other.organ = this.organ and other.case_id <> this.case_id
                             and (other.identity = this.identity
                                  or other.name = this.name and (other.identity is null or this.identity is null))
                        join case_stage stage on stage.case_id = other.case_id
                        where this.organ = ? and this.case_id = ? and stage.received_on between ? and ?
                              and stage.first_event < ?
                        order by stage.received_on, stage.first_event
                        """)
                .param(organ)
                .param(caseId)
                .param(from)
                .param(to)
                .param(before)
                .query(String.class)
                .list();
    }

    /**
     * Requests whose applicant is recognised by what is given, which is the name, the identity number, or both.
     *
     * @param name null for any, as is the identity
     */
    List<String> cases(String organ, byte @Nullable [] name, byte @Nullable [] identity) {
        return jdbc.sql("""
                        select case_id from applicant_key
                        where organ = :organ and (:name::text is null or name = decode(:name, 'hex'))
                          and (:identity::text is null or identity = decode(:identity, 'hex'))
                        """)
                .param("organ", organ)
                .param("name", hex(name))
                .param("identity", hex(identity))
                .query(String.class)
                .list();
    }
}
