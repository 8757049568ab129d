package org.disclosureledger.application.projection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.disclosureledger.application.eventstore.CommandLog;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.projection.RawLedger.Raw;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Events that this version cannot handle, written past a running service as another version might have. */
public final class ForeignEvents {

    private ForeignEvents() {}

    /** @param said what stands in clear in such an event at a place where it cannot be understood */
    public static void append(DataSource database, OrganCode organ, List<String> said) {
        JdbcTemplate template = new JdbcTemplate(database);
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            LedgerSignal signal = new LedgerSignal();
            context.registerBean(JdbcTemplate.class, () -> template);
            context.registerBean(LedgerSignal.class, () -> signal);
            context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
            context.registerBean(
                    Ledger.class,
                    () -> new Ledger(template, Clock.systemUTC(), signal, new CommandLog(template), "SM3"));
            context.refresh();
            List<Raw> events = new ArrayList<>();
            for (int i = 0; i < said.size(); i++) {
                events.add(foreign(organ, said.get(i), i));
            }
            new RawLedger(context).append(events);
        }
    }

    private static Raw foreign(OrganCode organ, String said, int i) {
        RequestId id = new RequestId(UUID.randomUUID());
        String sound = EventJson.write(
                new RequestEvent.RequestDecided(id, organ, LocalDate.of(2024, 3, 20), Outcome.GRANTED, null));
        String spoiled = switch (i % 4) {
            case 0 -> sound.replace("2024-03-20", "2024-02-30 " + said);
            case 1 -> sound.replace("\"granted\"", "\"" + said + "\"");
            case 2 -> sound.replace("{", "{\"" + said + "\":1,");
            default -> "{\"note\":\"" + said + "\"," + sound.substring(1, sound.length() - 3);
        };
        return new Raw(UUID.randomUUID(), "request", id.toString(), organ.value(), "RequestDecided", 1, spoiled);
    }
}
