package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.annualtables.CellCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of a year at two instants, compared. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}")
@Tag(name = "年度报表")
public class ComparisonController {

    private final AnnualTablesReader reader;
    private final PublishedVersions versions;
    private final Organs organs;
    private final Ledger ledger;

    public ComparisonController(AnnualTablesReader reader, PublishedVersions versions, Organs organs, Ledger ledger) {
        this.reader = reader;
        this.versions = versions;
        this.organs = organs;
        this.ledger = ledger;
    }

    @GetMapping("/comparison")
    @Operation(summary = "比较两个时刻的表", description = "有差别的各格、造成差别的案件和事件；按 before、after 两个时刻已知的内容")
    public ComparisonReply compareTables(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "先前的时刻，须带时区", example = "2023-01-20T08:00:00Z") @RequestParam String before,
            @Parameter(description = "后来的时刻，不填为现在") @RequestParam(required = false) @Nullable String after) {
        TableComparison comparison = reader.compare(organ, year, before, after);
        Map<Long, StoredEvent> events = events(comparison);
        return ComparisonReply.of(comparison, events::get);
    }

    @GetMapping("/versions/{version}/differences")
    @Operation(summary = "已发布的一版与现在的差别", description = "有差别的各格、造成差别的案件和事件；先前的数是发布的数")
    public ComparisonReply comparePublished(
            @PathVariable String organ, @PathVariable int year, @PathVariable int version) {
        TableComparison comparison = published(organ, year, version);
        Map<Long, StoredEvent> events = events(comparison);
        return ComparisonReply.of(comparison, events::get);
    }

    @GetMapping("/versions/{version}/differences.csv")
    @Exports(ExportKind.FIGURES)
    @Operation(summary = "已发布的一版与现在的差别（CSV）", description = "每行一格中的一个案件")
    @ApiResponse(
            responseCode = "200",
            description = "差别",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadPublishedDifferences(
            @PathVariable String organ, @PathVariable int year, @PathVariable int version) {
        TableComparison comparison = published(organ, year, version);
        return csv(comparison, comparison.after().organName() + year + "年度报告第" + version + "版与现在的差别.csv");
    }

    @GetMapping("/carry-over")
    @Operation(summary = "上年结转与上年报告发布的结转下年度逐件核对", description = "上年没有发布，或者逐件相同，为空列表")
    public List<ComparisonReply.DifferenceReply> compareCarriedOver(
            @PathVariable String organ, @PathVariable int year) {
        return reader.carriedOver(organ, year).stream()
                .map(difference -> {
                    Map<Long, StoredEvent> events = events(List.of(difference), List.of());
                    return ComparisonReply.DifferenceReply.of(difference, events::get);
                })
                .toList();
    }

    private TableComparison published(String organ, int year, int version) {
        organs.require(organ);
        return reader.compare(organ, year, versions.require(organ, year, version));
    }

    @GetMapping("/comparison.csv")
    @Exports(ExportKind.FIGURES)
    @Operation(summary = "比较两个时刻的表（CSV）", description = "每行一格中的一个案件；数相同而案件不同的也列出")
    @ApiResponse(
            responseCode = "200",
            description = "差别",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadComparison(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "先前的时刻，须带时区", example = "2023-01-20T08:00:00Z") @RequestParam String before,
            @Parameter(description = "后来的时刻，不填为现在") @RequestParam(required = false) @Nullable String after) {
        TableComparison comparison = reader.compare(organ, year, before, after);
        return csv(comparison, comparison.after().organName() + year + "年度报表差别.csv");
    }

    private ResponseEntity<byte[]> csv(TableComparison comparison, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(name))
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(ComparisonCsv.of(comparison, events(comparison)).getBytes(StandardCharsets.UTF_8));
    }

    private Map<Long, StoredEvent> events(TableComparison comparison) {
        return events(
                comparison.differences(),
                List.of(comparison.before().readUpTo(), comparison.after().readUpTo()));
    }

    private Map<Long, StoredEvent> events(List<CellDifference> differences, List<Long> besides) {
        Set<Long> numbers = new HashSet<>(besides);
        for (CellDifference difference : differences) {
            difference.entered().stream().map(CellCase::events).forEach(numbers::addAll);
            difference.left().stream().map(CellCase::events).forEach(numbers::addAll);
        }
        Map<Long, StoredEvent> events = new HashMap<>();
        ledger.numbered(numbers.stream().sorted().toList()).forEach(e -> events.put(e.number(), e));
        return events;
    }
}
