package org.disclosureledger.projections.people;

import java.util.List;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps who may do what. */
public final class PeopleProjector implements Projector {

    private final PeopleStore store;

    public PeopleProjector(PeopleStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("person_account", "account_id"),
                new ProjectedTable("account_role", "account_id", "organ", "role"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AccountEvent event) {
                on(event, recorded.number());
            }
        }
    }

    private void on(AccountEvent event, long number) {
        String id = event.accountId().toString();
        switch (event) {
            case AccountEvent.AccountOpened e -> store.opened(e, number);
            case AccountEvent.AccountSuspended ignored -> store.suspended(id, true);
            case AccountEvent.AccountResumed ignored -> store.suspended(id, false);
            case AccountEvent.RoleGranted e -> store.granted(id, e.organ().value(), e.role(), number);
            case AccountEvent.RoleWithdrawn e -> store.withdrawn(id, e.organ().value(), e.role());
            case AccountEvent.IdentityLinked e -> store.linked(id, e.identity());
            case AccountEvent.IdentityUnlinked ignored -> store.linked(id, null);
        }
    }
}
