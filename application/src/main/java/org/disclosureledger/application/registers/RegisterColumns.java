package org.disclosureledger.application.registers;

import java.util.List;
import java.util.Set;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;

/** The columns of lists: never personal data. The first leads to the case and is always there. */
public final class RegisterColumns {

    private RegisterColumns() {}

    /** What can be shown, in the order in which it is shown. */
    public static List<Fact> possible(RegisterLayout register) {
        return register == RegisterLayout.REQUESTS
                ? register.facts().stream()
                        .filter(f -> f.type() != FactType.SEALED)
                        .toList()
                : usual(register);
    }

    /** What is shown when nobody chose. */
    public static List<Fact> usual(RegisterLayout register) {
        return switch (register) {
            case REQUESTS ->
                List.of(
                        RequestFact.REGISTRATION_NUMBER,
                        RequestFact.RECEIVED_ON,
                        RequestFact.CHANNEL,
                        RequestFact.APPLICANT_KIND,
                        RequestFact.DECIDED_ON,
                        RequestFact.OUTCOME);
            case REMEDIES -> List.of(RemedyFact.values());
            case DOCUMENTS ->
                List.of(
                        DocumentFact.DOCUMENT_NUMBER,
                        DocumentFact.TITLE,
                        DocumentFact.CATEGORY,
                        DocumentFact.ISSUED_ON,
                        DocumentFact.REPEALED_ON);
            case TALLIES -> List.of(TallyFact.ITEM, TallyFact.YEAR, TallyFact.AMOUNT);
        };
    }

    static List<Fact> chosen(RegisterLayout register, Set<String> ids) {
        List<Fact> possible = possible(register);
        return ids.isEmpty()
                ? usual(register)
                : possible.stream()
                        .filter(f -> ids.contains(f.id()) || f.equals(possible.get(0)))
                        .toList();
    }
}
