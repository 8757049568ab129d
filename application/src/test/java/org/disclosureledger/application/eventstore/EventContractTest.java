package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.ConsolidatedReportEvent;
import org.disclosureledger.domain.report.ExternalTablesEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.domain.tally.TallyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read for ever: each event and revision has a file that must read, and write back to the same bytes. */
class EventContractTest {

    /** A name with one of the revisions in which its event may be stored. */
    record Stored(EventName name, int revision) {

        @Override
        public String toString() {
            return name.name() + " v" + revision;
        }
    }

    static Stream<Stored> stored() {
        return EventNames.all().stream()
                .flatMap(name -> IntStream.rangeClosed(1, name.revision()).mapToObj(r -> new Stored(name, r)));
    }

    private static String golden(Stored stored) throws IOException {
        String file = "/events/" + stored.name().name() + ".v" + stored.revision() + ".json";
        try (InputStream in = EventContractTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void goldenFileIsReadAndOneOfTodayIsWrittenBackToTheSameBytes(Stored stored) throws IOException {
        EventName name = stored.name();
        String golden = golden(stored);
        DomainEvent event = EventCatalogue.current().read(name.name(), stored.revision(), golden);

        assertThat(event).isInstanceOf(name.type());
        if (stored.revision() == name.revision()) {
            assertThat(EventJson.write(event)).isEqualTo(golden);
        }
    }

    @Test
    void noGoldenFileIsLeftUnread() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/events"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            stored().map(s -> s.name().name() + ".v" + s.revision() + ".json")
                                    .toList());
        }
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
                CalendarEvent.class,
                AnnualReportEvent.class,
                ConsolidatedReportEvent.class,
                ExternalTablesEvent.class,
                PublicationEvent.class,
                AccountEvent.class,
                AccessEvent.class,
                RetentionEvent.class)) {
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
