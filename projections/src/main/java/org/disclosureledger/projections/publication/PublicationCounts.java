package org.disclosureledger.projections.publication;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;

/**
 * What an organ published by itself in a year, for part 一 of its report. A piece of information counts once in each of
 * these figures, so the channels need not add up to the whole.
 */
public record PublicationCounts(List<CountedPublication> counted) {

    public static final PublicationCounts NONE = new PublicationCounts(List.of());

    public PublicationCounts {
        counted = List.copyOf(counted);
    }

    public boolean isEmpty() {
        return counted.isEmpty();
    }

    /** Published through whatever channel. */
    public List<CountedPublication> published() {
        return once(c -> c.measure() == PublicationMeasure.PUBLISHED);
    }

    /** In the order of the Regulation, classes without any left out. */
    public Map<ContentClass, List<CountedPublication>> byContentClass() {
        Map<ContentClass, List<CountedPublication>> figures = new EnumMap<>(ContentClass.class);
        for (ContentClass each : ContentClass.values()) {
            keep(figures, each, once(c -> c.measure() == PublicationMeasure.PUBLISHED && c.contentClass() == each));
        }
        return figures;
    }

    public Map<PublicationChannel, List<CountedPublication>> byChannel() {
        Map<PublicationChannel, List<CountedPublication>> figures = new EnumMap<>(PublicationChannel.class);
        for (PublicationChannel each : PublicationChannel.values()) {
            keep(figures, each, once(c -> c.measure() == PublicationMeasure.PUBLISHED && c.channel() == each));
        }
        return figures;
    }

    /** What is of one class. */
    public PublicationCounts of(ContentClass contentClass) {
        return new PublicationCounts(
                counted.stream().filter(c -> c.contentClass() == contentClass).toList());
    }

    /** By the office's own headings; what bears none is left out. */
    public Map<String, List<CountedPublication>> byEmphasis() {
        Map<String, List<CountedPublication>> figures = new TreeMap<>();
        counted.stream().map(CountedPublication::emphasis).forEach(emphasis -> {
            if (emphasis != null) {
                keep(
                        figures,
                        emphasis,
                        once(c -> c.measure() == PublicationMeasure.PUBLISHED && emphasis.equals(c.emphasis())));
            }
        });
        return figures;
    }

    /** Each update counts, also a second one of the same information. */
    public List<CountedPublication> updates() {
        return counted.stream()
                .filter(c -> c.measure() == PublicationMeasure.UPDATED)
                .toList();
    }

    public List<CountedPublication> withdrawn() {
        return once(c -> c.measure() == PublicationMeasure.WITHDRAWN);
    }

    private static <K> void keep(Map<K, List<CountedPublication>> figures, K key, List<CountedPublication> cases) {
        if (!cases.isEmpty()) {
            figures.put(key, cases);
        }
    }

    private List<CountedPublication> once(Predicate<CountedPublication> counts) {
        Map<String, CountedPublication> cases = new LinkedHashMap<>();
        counted.stream().filter(counts).forEach(c -> cases.putIfAbsent(c.publicationId(), c));
        return List.copyOf(cases.values());
    }
}
