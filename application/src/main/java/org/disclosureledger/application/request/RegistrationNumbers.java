package org.disclosureledger.application.request;

import org.disclosureledger.projections.caseload.CaseloadStore;
import org.springframework.stereotype.Component;

/**
 * Proposes registration numbers: a running number per organ and year, always after the greatest in use, so that no number
 * is given twice. Whether a proposal is still free is for the rules to say when it is recorded.
 */
@Component
public class RegistrationNumbers {

    private final CaseloadStore caseload;

    RegistrationNumbers(CaseloadStore caseload) {
        this.caseload = caseload;
    }

    /** The next number of a year, like 2025-013. */
    public String next(String organ, int year) {
        return after(organ, year, 0);
    }

    /** @param tried a running number that was taken; the next one is greater in any case */
    String after(String organ, int year, long tried) {
        return "%d-%03d".formatted(year, Math.max(caseload.lastNumber(organ, year), tried) + 1);
    }

    static long running(String number) {
        return Long.parseLong(number.substring(number.indexOf('-') + 1));
    }
}
