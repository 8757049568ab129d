package org.disclosureledger.projections.publication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.projections.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of published information. */
public final class PublicationStore {

    private static final int FETCH = 1_000;
    private static final String ROW = """
            select publication_id, organ, stage, due_from, first_event, last_event,
                   (select array_agg(key order by key) from jsonb_each_text(facts)) as ids,
                   (select array_agg(value order by key) from jsonb_each_text(facts)) as texts
            from publication_item i
            """;
    private static final String FILTERED = """
            where organ = :organ
              and (cast(:class as text) is null or content_class = :class)
              and (cast(:stage as text) is null or stage = :stage)
              and (cast(:text as text) is null or position(cast(:text as text) in number) > 0
                   or position(cast(:text as text) in title) > 0)
              and (cast(:year as int) is null and cast(:channel as text) is null
                   or exists (select 1 from publication_entry e
                              where e.publication_id = i.publication_id and e.measure = 'published' and e.to_number is null
                                and (cast(:year as int) is null or e.year = :year)
                                and (cast(:channel as text) is null or e.channel = :channel))
                   or cast(:channel as text) is null and made_year = :year
                      and not exists (select 1 from publication_entry e
                                      where e.publication_id = i.publication_id and e.measure = 'published'
                                        and e.to_number is null))
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public PublicationStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** @param row database identity of a stored row, 0 for one that is not stored yet */
    record StoredEntry(
            long row,
            String publicationId,
            String organ,
            PublicationEntry entry,
            long fromNumber,
            @Nullable Long toNumber) {

        StoredEntry until(long number) {
            return new StoredEntry(row, publicationId, organ, entry, fromNumber, number);
        }
    }

    void clear() {
        template.execute("truncate publication_item, publication_entry");
    }

    Map<String, PublicationRow> rows(Set<String> ids) {
        Map<String, PublicationRow> found = new HashMap<>();
        jdbc.sql(ROW + " where publication_id = any(?)")
                .param(ids.toArray(String[]::new))
                .query(PublicationStore::row)
                .list()
                .forEach(row -> found.put(row.publicationId(), row));
        return found;
    }

    Map<String, List<StoredEntry>> validEntries(Set<String> ids) {
        Map<String, List<StoredEntry>> found = new HashMap<>();
        jdbc.sql("select * from publication_entry where publication_id = any(?) and to_number is null order by entry")
                .param(ids.toArray(String[]::new))
                .query(PublicationStore::storedEntry)
                .list()
                .forEach(e -> found.computeIfAbsent(e.publicationId(), id -> new ArrayList<>())
                        .add(e));
        return found;
    }

    void write(List<PublicationRow> rows, Map<StoredEntry, Long> ended, List<StoredEntry> begun) {
        jdbc.sql("""
                        insert into publication_item (publication_id, organ, facts, stage, due_from, first_event, last_event)
                        select * from unnest(?::text[], ?::text[], ?::jsonb[], ?::text[], ?::date[], ?::bigint[], ?::bigint[])
                        on conflict (publication_id) do update set facts = excluded.facts, stage = excluded.stage,
                            due_from = excluded.due_from, last_event = excluded.last_event
                        """)
                .param(texts(rows, PublicationRow::publicationId))
                .param(texts(rows, PublicationRow::organ))
                .param(texts(rows, row -> JsonText.of(row.facts().values())))
                .param(texts(rows, row -> row.stage().id()))
                .param(texts(rows, PublicationRow::dueFrom))
                .param(rows.stream().mapToLong(PublicationRow::firstEvent).toArray())
                .param(rows.stream().mapToLong(PublicationRow::lastEvent).toArray())
                .update();
        if (!ended.isEmpty()) {
            jdbc.sql("""
                            update publication_entry e set to_number = ended.number
                            from unnest(?::bigint[], ?::bigint[]) as ended (entry, number) where e.entry = ended.entry
                            """)
                    .param(ended.keySet().stream().mapToLong(StoredEntry::row).toArray())
                    .param(ended.values().stream().mapToLong(number -> number).toArray())
                    .update();
        }
        if (!begun.isEmpty()) {
            insert(begun);
        }
    }

    private void insert(List<StoredEntry> begun) {
        jdbc.sql("""
                        insert into publication_entry (publication_id, organ, measure, content_class, emphasis, channel,
                            happened_on, year, from_number, to_number)
                        select publication_id, organ, measure, content_class, emphasis, channel, happened_on,
                            extract(year from happened_on)::int, from_number, to_number
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[],
                                ?::bigint[])
                            as fresh (publication_id, organ, measure, content_class, emphasis, channel, happened_on,
                                from_number, to_number)
                        """)
                .param(texts(begun, StoredEntry::publicationId))
                .param(texts(begun, StoredEntry::organ))
                .param(texts(begun, row -> row.entry().measure().id()))
                .param(texts(begun, row -> row.entry().contentClass().id()))
                .param(texts(begun, row -> row.entry().emphasis()))
                .param(texts(begun, row -> id(row.entry().channel())))
                .param(texts(begun, row -> row.entry().on()))
                .param(texts(begun, StoredEntry::fromNumber))
                .param(texts(begun, StoredEntry::toNumber))
                .update();
    }

    private static @Nullable String id(@Nullable Coded constant) {
        return constant == null ? null : constant.id();
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] texts = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object value = column.apply(row);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    public Optional<PublicationRow> find(String organ, String publicationId) {
        return jdbc.sql(ROW + " where organ = ? and publication_id = ?")
                .param(organ)
                .param(publicationId)
                .query(PublicationStore::row)
                .optional();
    }

    /** One page, latest first. */
    public List<PublicationRow> page(String organ, PublicationFilter filter, int offset, int limit) {
        return filtered(ROW + FILTERED + " order by first_event desc limit :limit offset :offset", organ, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(PublicationStore::row)
                .list();
    }

    /** Everything that was recorded by an event, latest first, as it is now. */
    public List<PublicationRow> recordedBy(String organ, long number) {
        return jdbc.sql(ROW + " where organ = ? and first_event <= ? order by first_event desc")
                .param(organ)
                .param(number)
                .query(PublicationStore::row)
                .list();
    }

    public long count(String organ, PublicationFilter filter) {
        return filtered("select count(*) from publication_item i " + FILTERED, organ, filter)
                .query(Long.class)
                .single();
    }

    /** All rows in the order in which they were recorded, one at a time; call inside a transaction. */
    public void each(String organ, PublicationFilter filter, Consumer<PublicationRow> consumer) {
        try (Stream<PublicationRow> rows = filtered(ROW + FILTERED + " order by first_event", organ, filter)
                .withFetchSize(FETCH)
                .query(PublicationStore::row)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    private JdbcClient.StatementSpec filtered(String sql, String organ, PublicationFilter filter) {
        return jdbc.sql(sql)
                .param("organ", organ)
                .param("class", id(filter.contentClass()))
                .param("stage", id(filter.stage()))
                .param("channel", id(filter.channel()))
                .param("text", filter.text())
                .param("year", filter.year());
    }

    /** The years in which something counts, latest first. */
    public List<Integer> years(String organ) {
        return jdbc.sql("""
                        select year from publication_entry where organ = :organ and to_number is null
                        union select made_year from publication_item where organ = :organ order by year desc
                        """).param("organ", organ).query(Integer.class).list();
    }

    /** What counts in a year, as it was known after an event: in the order of days. */
    public PublicationCounts counts(String organ, int year, long upTo) {
        return new PublicationCounts(jdbc.sql("""
                        select e.*, i.number, i.title
                        from publication_entry e join publication_item i on i.publication_id = e.publication_id
                        where e.organ = :organ and e.year = :year
                          and e.from_number <= :upTo and (e.to_number is null or e.to_number > :upTo)
                        order by e.happened_on, i.first_event, e.entry
                        """)
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .query((row, n) -> counted(row))
                .list());
    }

    private static CountedPublication counted(ResultSet row) throws SQLException {
        PublicationEntry entry = entry(row);
        return new CountedPublication(
                row.getString("publication_id"),
                row.getString("number"),
                row.getString("title"),
                entry.measure(),
                entry.contentClass(),
                entry.emphasis(),
                entry.channel(),
                entry.on());
    }

    private static PublicationEntry entry(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new PublicationEntry(
                PublicationMeasure.of(row.getString("measure")),
                ContentClass.of(row.getString("content_class")),
                row.getString("emphasis"),
                channel == null ? null : PublicationChannel.of(channel),
                row.getObject("happened_on", LocalDate.class));
    }

    private static StoredEntry storedEntry(ResultSet row, int n) throws SQLException {
        return new StoredEntry(
                row.getLong("entry"),
                row.getString("publication_id"),
                row.getString("organ"),
                entry(row),
                row.getLong("from_number"),
                null);
    }

    private static PublicationRow row(ResultSet row, int n) throws SQLException {
        String[] ids = texts(row.getArray("ids"));
        String[] texts = texts(row.getArray("texts"));
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            facts.put(ids[i], texts[i]);
        }
        return new PublicationRow(
                row.getString("publication_id"),
                row.getString("organ"),
                Facts.of(facts),
                PublicationStage.of(row.getString("stage")),
                row.getObject("due_from", LocalDate.class),
                row.getLong("first_event"),
                row.getLong("last_event"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
