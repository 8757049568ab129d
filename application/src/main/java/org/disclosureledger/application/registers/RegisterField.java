package org.disclosureledger.application.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.jspecify.annotations.Nullable;

/**
 * Something by which a register is filtered.
 *
 * @param name of the parameter, in addresses of pages and of the API; for days that of the first
 * @param until name of the parameter for the last day, null where there is none
 * @param options label by value, in their order; empty where the values are years or days
 */
public record RegisterField(
        String name, @Nullable String until, String label, Kind kind, Fact fact, Map<String, String> options) {

    /** The value that means cases without a result. */
    public static final String OPEN = "open";

    /** What its values are. */
    public enum Kind {
        YEARS,
        DAYS,
        CODES,
        /** Whether the fact is not stated yet: true and false. */
        UNSTATED
    }

    /** By what a register can be filtered, in the order of the form. */
    public static List<RegisterField> of(RegisterLayout register) {
        return switch (register) {
            case REQUESTS ->
                List.of(
                        years("year", "收到年度", RequestFact.RECEIVED_ON),
                        days("from", "to", RequestFact.RECEIVED_ON),
                        years("closedYear", "答复年度", RequestFact.DECIDED_ON),
                        days("closedFrom", "closedTo", RequestFact.DECIDED_ON),
                        codes(RequestFact.APPLICANT_KIND, null),
                        codes(RequestFact.CHANNEL, null),
                        codes(RequestFact.OUTCOME, ListedText.unstated(RequestFact.OUTCOME)));
            case REMEDIES ->
                List.of(
                        years("year", "受理年度", RemedyFact.ACCEPTED_ON),
                        days("from", "to", RemedyFact.ACCEPTED_ON),
                        years("closedYear", "审结年度", RemedyFact.CONCLUDED_ON),
                        days("closedFrom", "closedTo", RemedyFact.CONCLUDED_ON),
                        codes(RemedyFact.PROCEDURE, null),
                        codes(RemedyFact.AFTER_RECONSIDERATION, null),
                        codes(RemedyFact.RESULT, ListedText.unstated(RemedyFact.RESULT)));
            case DOCUMENTS ->
                List.of(
                        years("year", "制发年度", DocumentFact.ISSUED_ON),
                        days("from", "to", DocumentFact.ISSUED_ON),
                        years("closedYear", "废止年度", DocumentFact.REPEALED_ON),
                        days("closedFrom", "closedTo", DocumentFact.REPEALED_ON),
                        codes(DocumentFact.CATEGORY, null),
                        new RegisterField(
                                "inForce",
                                null,
                                "效力",
                                Kind.UNSTATED,
                                DocumentFact.REPEALED_ON,
                                ordered(List.of("true", "false"), List.of("现行有效", "已经废止"))));
            case TALLIES -> List.of(years("year", "年度", TallyFact.YEAR), codes(TallyFact.ITEM, null));
        };
    }

    private static RegisterField years(String name, String label, Fact fact) {
        return new RegisterField(name, null, label, Kind.YEARS, fact, Map.of());
    }

    private static RegisterField days(String from, String to, Fact fact) {
        return new RegisterField(from, to, fact.label(), Kind.DAYS, fact, Map.of());
    }

    private static RegisterField codes(Fact fact, @Nullable String unstated) {
        Map<String, String> options = new LinkedHashMap<>();
        if (unstated != null) {
            options.put(OPEN, unstated);
        }
        options.putAll(RegisterWords.choices(fact));
        return new RegisterField(fact.id(), null, fact.label(), Kind.CODES, fact, options);
    }

    private static Map<String, String> ordered(List<String> keys, List<String> labels) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            ordered.put(keys.get(i), labels.get(i));
        }
        return ordered;
    }
}
