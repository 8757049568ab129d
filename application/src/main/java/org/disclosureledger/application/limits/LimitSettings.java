package org.disclosureledger.application.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings as written; 0 is no limit.
 *
 * @param accountPerMinute requests of one account in a minute
 * @param placePerMinute requests in a minute from one address, of those who have not signed in
 * @param searches looks for an applicant that are under way at once, those who wait included; so with the rest
 * @param imports files that are taken in at once
 * @param exports files that are made and given out at once
 * @param auditPackages audit packages at once
 */
@ConfigurationProperties("ledger.limits")
public record LimitSettings(
        int accountPerMinute, int placePerMinute, int searches, int imports, int exports, int auditPackages) {}
