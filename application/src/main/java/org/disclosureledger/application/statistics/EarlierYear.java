package org.disclosureledger.application.statistics;

import java.time.LocalDateTime;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a year before: as it was published or, until then, as it is counted.
 *
 * @param version the publication that the figures are from; null when they are counted
 */
public record EarlierYear(
        int year,
        StatutoryForm form,
        Figures figures,
        @Nullable PublishedVersion version) {

    /** Whether there is anything to compare with. */
    boolean isKnown() {
        return version != null || figures.values().values().stream().anyMatch(figure -> figure.signum() != 0);
    }

    /** In Chinese. */
    public String source() {
        return version == null ? year + "年度没有发布，按台账统计" : year + "年度报告第" + version.version() + "版";
    }

    /** When the figures were published, China time; null when they are counted. */
    public @Nullable LocalDateTime publishedAt() {
        return version == null
                ? null
                : LocalDateTime.ofInstant(version.stored().recordedAt(), ClockConfiguration.CHINA);
    }
}
