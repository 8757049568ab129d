package org.disclosureledger.application.web;

import org.disclosureledger.application.security.Actor;
import org.disclosureledger.domain.people.Right;

/** What a page may offer: links that would only be refused are left out. Rights are named as in {@link Right}. */
public record PageRights(Actor actor) {

    /** Over the whole installation. */
    public boolean all(String right) {
        return actor.may(Right.valueOf(right));
    }

    /** In an organ. */
    public boolean here(String organ, String right) {
        return actor.may(Right.valueOf(right), organ);
    }
}
