package org.disclosureledger.domain.register;

import org.disclosureledger.domain.DayWords;

/** A rule that a fact can offend: implemented by one enum per feature, whose constants state the objection. */
public interface Rule {

    String name();

    Severity severity();

    /** The article or notice that it rests on, or the register contract. */
    String ground();

    /** The objection as a Chinese sentence; {@code %s} takes what the finding adds. */
    String sentence();

    default Finding on(Fact fact, Object... details) {
        return new Finding(severity(), fact.id(), name(), ground(), DayWords.sentence(sentence(), details));
    }

    default Finding onField(String field, Object... details) {
        return new Finding(severity(), field, name(), ground(), DayWords.sentence(sentence(), details));
    }
}
