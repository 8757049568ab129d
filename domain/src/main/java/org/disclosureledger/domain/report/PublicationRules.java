package org.disclosureledger.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** What holds for publishing any report of a year, an organ's own or one that sums those of others. */
final class PublicationRules {

    private static final String PUBLISHED_ON = "publishedOn";
    private static final LocalDate NEW_YEAR = LocalDate.of(2000, 1, 1);

    private PublicationRules() {}

    /**
     * What is asked for.
     *
     * @param reason why it is amended, null or blank for the first version
     */
    record Asked(
            int year,
            int version,
            LocalDate publishedOn,
            LocalDate today,
            @Nullable String reason) {}

    /** The version that was published last. */
    record Latest(int version, LocalDate publishedOn) {}

    /**
     * @param latest null when nothing was published
     * @param failed the checks that fail and are not waived
     */
    static List<Finding> objections(
            Asked asked, @Nullable Latest latest, List<FailedCheck> failed, Set<ReportSection> unfinished) {
        List<Finding> faults = new ArrayList<>();
        days(asked, latest, faults);
        failed.forEach(f -> faults.add(AnnualReportRule.CHECK_FAILS.onField(f.check(), f.finding())));
        for (ReportSection section : ReportSection.values()) {
            if (unfinished.contains(section)) {
                faults.add(AnnualReportRule.TEXT_UNFINISHED.onField(section.id(), section.label()));
            }
        }
        int version = latest == null ? 0 : latest.version();
        String reason = asked.reason();
        if (version > 0 && (reason == null || reason.isBlank())) {
            faults.add(AnnualReportRule.AMENDMENT_WITHOUT_REASON.onField("reason", String.valueOf(version)));
        }
        if (asked.version() != version + 1) {
            faults.add(AnnualReportRule.VERSION_TAKEN.onField("version", String.valueOf(version)));
        }
        return faults;
    }

    private static void days(Asked asked, @Nullable Latest latest, List<Finding> faults) {
        int following = asked.year() + 1;
        if (asked.publishedOn().isBefore(NEW_YEAR.withYear(following))) {
            faults.add(AnnualReportRule.YEAR_NOT_OVER.onField(
                    PUBLISHED_ON, String.valueOf(asked.year()), String.valueOf(following)));
        }
        if (asked.publishedOn().isAfter(asked.today())) {
            faults.add(AnnualReportRule.PUBLISHED_IN_FUTURE.onField(PUBLISHED_ON, asked.publishedOn()));
        }
        if (latest != null && asked.publishedOn().isBefore(latest.publishedOn())) {
            faults.add(AnnualReportRule.PUBLISHED_BEFORE_LAST_VERSION.onField(
                    PUBLISHED_ON, asked.publishedOn(), latest.publishedOn()));
        }
    }

    /**
     * The check that somebody answers for, as it fails now.
     *
     * @throws CommandRejected when it does not fail, or name or reason are missing
     */
    static FailedCheck waived(String check, List<FailedCheck> failed, String waivedBy, String reason) {
        FailedCheck found =
                failed.stream().filter(f -> f.check().equals(check)).findFirst().orElse(null);
        List<Finding> faults = new ArrayList<>();
        if (found == null) {
            faults.add(AnnualReportRule.CHECK_HOLDS.onField("check"));
        }
        if (waivedBy.isBlank()) {
            faults.add(AnnualReportRule.WAIVER_WITHOUT_NAME.onField("waivedBy"));
        }
        if (reason.isBlank()) {
            faults.add(AnnualReportRule.WAIVER_WITHOUT_REASON.onField("reason"));
        }
        if (found == null || !faults.isEmpty()) {
            throw new CommandRejected(faults);
        }
        return found;
    }

    static void rejectIfAny(List<Finding> faults) {
        if (!faults.isEmpty()) {
            throw new CommandRejected(faults);
        }
    }
}
