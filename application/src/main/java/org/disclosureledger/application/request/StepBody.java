package org.disclosureledger.application.request;

import org.disclosureledger.domain.request.RequestStep;

/**
 * What is typed or sent for a step of a request, in clear; one shape for each kind of step. Dates are legal dates.
 * What a shape requires is in its description, and {@link org.disclosureledger.application.api.Bodies} holds it to that.
 */
public interface StepBody {

    /** Greatest length of the longer texts, in characters. */
    int LONG = 5_000;

    /** The step, its texts sealed; the body must have been checked. */
    RequestStep in(StepContext c);

    /** What came in: the record whose components have names and limits. */
    default Record typed() {
        return (Record) this;
    }
}
