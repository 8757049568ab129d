package org.disclosureledger.application.organ;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.organ.OtherOrgans;
import org.disclosureledger.projections.organ.OrganStore;
import org.springframework.stereotype.Component;

/** All organs as they are recorded. */
@Component
class RecordedOrgans implements OtherOrgans {

    private final OrganStore store;

    RecordedOrgans(OrganStore store) {
        this.store = store;
    }

    @Override
    public boolean exists(OrganCode organ) {
        return store.find(organ.value()).isPresent();
    }

    @Override
    public OrganTree tree() {
        return store.tree(Long.MAX_VALUE);
    }
}
