package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge of the skipped-event test names each kind of fault, and none where there is none. */
class FindingsTest {

    private static final List<UUID> E =
            Stream.generate(UUID::randomUUID).limit(4).toList();

    private static List<EventStorage.Numbered> numbered(long... numbers) {
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new EventStorage.Numbered(numbers[i], E.get(i)))
                .toList();
    }

    @Test
    void allSeenInOrderIsFaultless() {
        assertThat(Findings.of(E, List.of(), numbered(1, 2, 3, 4), E).none()).isTrue();
    }

    @Test
    void eachFaultIsCountedAsWhatItIs() {
        UUID other = UUID.randomUUID();
        assertThat(Findings.of(List.of(E.get(0), other), List.of(E.get(1)), numbered(1, 2), E.subList(0, 2)))
                .isEqualTo(new Findings(1, 1, 0, 0, 0, 0));
        assertThat(Findings.of(E, List.of(), numbered(1, 2, 4, 5), List.of(E.get(0), E.get(2), E.get(1), E.get(2))))
                .isEqualTo(new Findings(0, 0, 1, 1, 1, 1));
        assertThat(Findings.of(E, List.of(), numbered(1, 1, 2, 3), E)).isEqualTo(new Findings(0, 0, 1, 0, 0, 1));
    }
}
