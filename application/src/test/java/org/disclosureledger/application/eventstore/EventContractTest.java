package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.tally.TallyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read for ever: each event and revision has a file that must read, and write back to the same bytes. */
class EventContractTest {

    static Stream<EventName> names() {
        return EventNames.all().stream();
    }

    private static String golden(EventName name) throws IOException {
        String file = "/events/" + name.name() + ".v" + name.revision() + ".json";
        try (InputStream in = EventContractTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void goldenFileIsReadAndWrittenBackToTheSameBytes(EventName name) throws IOException {
        String golden = golden(name);
        DomainEvent event = EventJson.read(name, golden);

        assertThat(event).isInstanceOf(name.type());
        assertThat(EventJson.write(event)).isEqualTo(golden);
    }

    @Test
    void everyEventOfTheDomainHasOneName() {
        List<Class<?>> events = new ArrayList<>();
        for (Class<?> family : List.of(
                OrganEvent.class,
                RequestEvent.class,
                RemedyEvent.class,
                DocumentEvent.class,
                TallyEvent.class,
                AnnualReportEvent.class)) {
            events.addAll(Arrays.asList(family.getPermittedSubclasses()));
        }

        assertThat(EventNames.all()).extracting(EventName::type).containsExactlyInAnyOrderElementsOf(cast(events));
        assertThat(EventNames.all()).extracting(EventName::name).doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends DomainEvent>> cast(List<Class<?>> events) {
        return (List<Class<? extends DomainEvent>>) (List<?>) events;
    }
}
