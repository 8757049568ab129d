package org.disclosureledger.application.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.disclosureledger.application.statistics.TablesJson;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/** What a package holds, under which names: what the writer makes and the verifier expects. See {@code FORMAT.md}. */
final class PackageLayout {

    static final String FORMAT = "disclosure-ledger audit package";
    static final int VERSION = 1;

    /** Version of the counting rules in docs/tables.md. */
    static final int COUNTING_RULES = 1;

    static final String MANIFEST = "manifest.json";
    static final String EVENTS = "events.ndjson";
    static final List<String> GUIDES = List.of("FORMAT.md", "verify_ledger.py");
    static final String HEADS = "heads/";
    static final String KEYS = "keys/";
    static final String TABLES = "tables/";

    /** The form's first year: nothing is counted before it. */
    static final int FIRST_YEAR = 2021;

    static final Pattern HEAD_FILE = Pattern.compile("head-([0-9]{12})(-[0-9]+)?\\.json");
    static final Pattern KEY_FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\.pub");

    private static final Pattern NAMES =
            Pattern.compile("FORMAT\\.md|verify_ledger\\.py|events\\.ndjson|manifest\\.json|heads/" + HEAD_FILE
                    + "|keys/" + KEY_FILE + "|tables/[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}/[0-9]{4}\\.json");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private PackageLayout() {}

    static boolean isName(String name) {
        return NAMES.matcher(name).matches();
    }

    static String tables(String organ, int year) {
        return TABLES + organ + "/" + year + ".json";
    }

    /** The last year that tables are made for: the year of the export in China. */
    static int yearOf(Instant exportedAt) {
        return LocalDate.ofInstant(exportedAt, CHINA).getYear();
    }

    /**
     * Annual tables as the API gives them, without the checks: those follow from the figures.
     *
     * @param name the organ's name as of the event, null when no event tells it
     */
    static Map<String, Object> json(
            String organ,
            @Nullable String name,
            int year,
            StatutoryForm form,
            long number,
            List<AppliedRule> rules,
            Figures figures) {
        AnnualTables tables = new AnnualTables(
                organ, name == null ? "" : name, year, form, null, number, rules, figures, null, List.of());
        Map<String, Object> json = new LinkedHashMap<>(TablesJson.of(tables));
        json.remove("checks");
        if (name == null) {
            Map<String, Object> unnamed = new LinkedHashMap<>();
            unnamed.put("code", organ);
            unnamed.put("name", null);
            json.put("organ", unnamed);
        }
        return json;
    }
}
