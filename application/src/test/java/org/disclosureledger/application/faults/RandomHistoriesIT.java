package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.faults.ThreeCounts.differences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.disclosureledger.application.faults.ThreeCounts.Place;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever offices record in whatever order: the tables that are kept, those of a replay, and those that SQL counts from
 * the events are the same, in every cell, at any instant. How many histories: {@code jqwik.tries.default}.
 */
class RandomHistoriesIT {

    private static final int EVENTS = FaultSize.pick(300, 2_000);
    private static final int INSTANTS = 20;
    private static final ReferenceSql REFERENCE = ReferenceSql.shipped();

    private static @Nullable Path directory;
    private static @Nullable ThreeCounts shared;
    private static int histories;
    private static long cells;

    @BeforeContainer
    static void start() throws Exception {
        Path fresh = Files.createTempDirectory("histories");
        directory = fresh;
        shared = ThreeCounts.start(fresh);
    }

    @AfterContainer
    static void stop() throws IOException {
        System.out.printf(
                "random histories: %d of %d events, %d cells compared three times, all the same%n",
                histories, EVENTS, cells);
        Objects.requireNonNull(shared).close();
        FileSystemUtils.deleteRecursively(directory);
    }

    /** A history is told by its number; it is not shrunk, for another number is another history. */
    @Property(shrinking = ShrinkingMode.OFF)
    void liveRebuiltAndReferenceAreTheSameAtAnyInstant(@ForAll long history) {
        ThreeCounts counts = Objects.requireNonNull(shared);
        Random random = new Random(history);
        counts.grow(new RandomOffices(random.nextLong()), EVENTS, random);
        counts.replay(random, event -> true);
        List<Long> at = counts.points(INSTANTS, random);

        Map<Place, Figures> kept = counts.kept(at);
        assertThat(differences(kept, counts.rebuilt(at))).as("live and rebuilt").isEmpty();
        assertThat(differences(kept, counts.inMemory(at)))
                .as("live and counted in memory")
                .isEmpty();
        assertThat(differences(kept, counts.reference(at, REFERENCE)))
                .as("live and reference")
                .isEmpty();
        histories++;
        cells += kept.values().stream().mapToLong(f -> f.values().size()).sum();
        if (histories % 25 == 0) {
            System.out.printf("random histories: %d, %d cells%n", histories, cells);
        }
    }
}
