package org.disclosureledger.application.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.springframework.stereotype.Component;

/** Figures to watch, per projector: events that are parked, and events recorded but not read yet. */
@Component
class ProjectionMetrics implements MeterBinder {

    static final String PARKED = "ledger.projection.parked";
    static final String LAG = "ledger.projection.lag";

    private final List<Projector> projectors;
    private final Ledger ledger;
    private final Positions positions;
    private final ParkedEventStore parked;

    ProjectionMetrics(List<Projector> projectors, Ledger ledger, Positions positions, ParkedEventStore parked) {
        this.projectors = List.copyOf(projectors);
        this.ledger = ledger;
        this.positions = positions;
        this.parked = parked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Projector projector : projectors) {
            String name = projector.name();
            Gauge.builder(PARKED, () -> Access.asProduct(() -> parked.count(name)))
                    .tag("projector", name)
                    .baseUnit("events")
                    .register(registry);
            Gauge.builder(LAG, () -> ledger.head() - positions.of(name))
                    .tag("projector", name)
                    .baseUnit("events")
                    .register(registry);
        }
    }
}
