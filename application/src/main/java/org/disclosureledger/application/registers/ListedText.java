package org.disclosureledger.application.registers;

import java.util.function.BiFunction;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyItem;
import org.disclosureledger.projections.register.RegisterRow;
import org.jspecify.annotations.Nullable;

/** What lists of a register say of a fact. */
public final class ListedText {

    private ListedText() {}

    /**
     * On a page, where days are read.
     *
     * @param fact no personal data
     */
    public static String onPage(Fact fact, RegisterRow row) {
        return of(fact, row, RegisterWords::shown);
    }

    /**
     * In a file, where days are sorted.
     *
     * @param fact no personal data
     */
    static String inFile(Fact fact, RegisterRow row) {
        return of(fact, row, RegisterWords::written);
    }

    private static String of(Fact fact, RegisterRow row, BiFunction<Fact, String, String> words) {
        String value = row.facts().get(fact.id());
        if (value == null) {
            String unstated = unstated(fact);
            return unstated == null ? "" : unstated;
        }
        return words.apply(fact, value) + unit(fact, row);
    }

    /** Whether the row waits for the fact, which is a result. */
    public static boolean isOpen(Fact fact, RegisterRow row) {
        return unstated(fact) != null && !row.facts().containsKey(fact.id());
    }

    /** What it means that a result is not stated; null for other facts. */
    static @Nullable String unstated(Fact fact) {
        if (fact == RequestFact.OUTCOME) {
            return "办理中";
        }
        return fact == RemedyFact.RESULT ? "尚未审结" : null;
    }

    private static String unit(Fact fact, RegisterRow row) {
        if (fact != TallyFact.AMOUNT) {
            return "";
        }
        return TallyItem.FEES.id().equals(row.facts().get(TallyFact.ITEM.id())) ? " 万元" : " 件";
    }
}
