package org.disclosureledger.projections.narrative;

import java.util.EnumMap;
import java.util.Map;
import org.disclosureledger.domain.report.ReportSection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the narrative parts. */
public final class NarrativeStore {

    private final JdbcClient jdbc;

    public NarrativeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void written(String organ, int year, ReportSection section, String text, long number) {
        jdbc.sql("""
                        insert into report_section (organ, year, section, text, last_event) values (?, ?, ?, ?, ?)
                        on conflict (organ, year, section) do update
                        set text = excluded.text, last_event = excluded.last_event
                        where report_section.last_event < excluded.last_event
                        """)
                .param(organ)
                .param(year)
                .param(section.id())
                .param(text)
                .param(number)
                .update();
    }

    void clear() {
        jdbc.sql("truncate report_section").update();
    }

    /** The parts that somebody has written. */
    public Map<ReportSection, String> written(String organ, int year) {
        Map<ReportSection, String> sections = new EnumMap<>(ReportSection.class);
        jdbc.sql("select section, text from report_section where organ = ? and year = ?")
                .param(organ)
                .param(year)
                .query((row, n) -> Map.entry(ReportSection.of(row.getString("section")), row.getString("text")))
                .list()
                .forEach(e -> sections.put(e.getKey(), e.getValue()));
        return sections;
    }
}
