package org.disclosureledger.domain.organ;

/** What the rules of one organ ask about all the others. */
public interface OtherOrgans {

    boolean exists(OrganCode organ);

    /** As it is stated up to now. */
    OrganTree tree();
}
