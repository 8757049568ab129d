package org.disclosureledger.domain.document;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;

/** What can be asked of a document's record. */
public sealed interface DocumentCommand {

    DocumentId documentId();

    OrganCode organ();

    /** Record what a row of the register says. */
    record RecordDocument(DocumentId documentId, OrganCode organ, Entry entry) implements DocumentCommand {}
}
