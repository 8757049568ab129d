package org.disclosureledger.application.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.projections.annualtables.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A version of a consolidated report as it was published, read from its event alone.
 *
 * @param waivers the waivers that it was published with
 */
public record ConsolidatedVersion(
        StoredEvent stored, ConsolidatedReportPublished published, List<ConsolidationWaived> waivers) {

    /**
     * An organ as it was summed then.
     *
     * @param source {@code published}, {@code external} or {@code waived}
     * @param version what was summed; null when it was waived, as are number and hash
     * @param number of the event that holds it
     */
    public record Summed(
            String code,
            String source,
            @Nullable Integer version,
            @Nullable Long number,
            @Nullable String hash,
            String name) {

        static String written(ConsolidatedMember member, @Nullable String hash) {
            var version = member.version();
            return member.organ().code() + " " + member.state().id()
                    + (version == null ? "" : " " + version.version() + " " + version.number() + " " + hash) + " "
                    + member.organ().name().replaceAll("\\s+", " ") + "\n";
        }

        static Summed read(String line) {
            String[] head = line.split(" ", 3);
            if (head[1].equals(ConsolidatedMember.State.WAIVED.id())) {
                return new Summed(head[0], head[1], null, null, null, head[2]);
            }
            String[] words = line.split(" ", 6);
            return new Summed(
                    words[0], words[1], Integer.valueOf(words[2]), Long.valueOf(words[3]), words[4], words[5]);
        }
    }

    public int version() {
        return published.version();
    }

    /** Number of the last event that it knows. */
    public long knownUpTo() {
        return Long.parseLong(published.knownUpTo());
    }

    public Figures figures() {
        return PublishedVersion.figures(published.figures());
    }

    /** SHA-256 of each document in hexadecimal digits, by format. */
    public Map<String, String> documents() {
        return PublishedVersion.lines(published.documents());
    }

    /** The organs, the superior first. */
    public List<Summed> members() {
        List<Summed> members = new ArrayList<>();
        published.members().lines().forEach(line -> members.add(Summed.read(line)));
        return members;
    }
}
