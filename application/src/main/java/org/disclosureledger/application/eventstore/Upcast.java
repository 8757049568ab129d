package org.disclosureledger.application.eventstore;

import tools.jackson.databind.node.ObjectNode;

/** Turns the payload of one revision into that of the next. What is stored stays as it is; only what is read changes. */
@FunctionalInterface
public interface Upcast {

    ObjectNode apply(ObjectNode older);
}
