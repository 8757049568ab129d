package org.disclosureledger.application.consolidation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.disclosureledger.application.annualreport.AnnualReportController;
import org.disclosureledger.application.annualreport.ReportFormat;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.readtrail.HoldsNoData;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The tables of organs that do not use the system, over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/consolidated-reports/{year}/external-tables/{member}")
@Tag(name = "汇总年度报告：外部报表")
class ExternalTablesController {

    private final ExternalTables tables;
    private final IdempotencyKeys keys;

    ExternalTablesController(ExternalTables tables, IdempotencyKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    @Schema(description = "接收的一份外部报表")
    record ExternalTablesReply(
            @Schema(description = "第几次报送") int receipt,
            @Schema(description = "由哪个机关接收") String receivedBy,
            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "事件的编号") long number,

            @Schema(description = "文件，按机关代码和年度命名；报送者自己的文件名不留存")
            String fileName,

            @Schema(description = "文件的 SHA-256，十六进制") String digest,
            @Schema(description = "不成立、被接受的校验，一行一项") List<String> failed,
            @Schema(description = "由谁接受") @Nullable String acceptedBy,
            @Schema(description = "接受的理由") @Nullable String reason) {

        static ExternalTablesReply of(ExternalTables.Receipt receipt) {
            var received = receipt.received();
            return new ExternalTablesReply(
                    received.receipt(),
                    received.receivedBy().value(),
                    receipt.stored().recordedAt(),
                    receipt.stored().number(),
                    received.fileName(),
                    received.digest(),
                    received.failed().lines().toList(),
                    received.acceptedBy(),
                    received.reason());
        }
    }

    @GetMapping
    @Operation(summary = "一个机关报送的外部报表", description = "先报的在前，最后一份计入合计")
    List<ExternalTablesReply> listExternalTables(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "报表是哪个机关的") @PathVariable String member) {
        return tables.received(organ, year, member).stream()
                .map(ExternalTablesReply::of)
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Right.REPORT)
    @Operation(
            summary = "接收不使用本系统的机关的年度报表",
            description = "文件是年度报表的 JSON，或者填好的空白表（XLSX）。校验不成立的逐项列出、不接收；由指名的人写明理由接受的，连同不成立的各项登记")
    List<ExternalTablesReply> receiveExternalTables(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "报表是哪个机关的") @PathVariable String member,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "由谁接受不成立的校验") @RequestParam(defaultValue = "") String acceptedBy,
            @Parameter(description = "接受的理由") @RequestParam(defaultValue = "") String reason,
            Principal user)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            tables.receive(
                    organ,
                    year,
                    member,
                    in,
                    file.getSize(),
                    new ExternalTables.Acceptance(acceptedBy, reason),
                    user.getName(),
                    digest -> keys.of(
                            key, user.getName(), "receiveTables", organ, year, member, digest, acceptedBy, reason));
        }
        return listExternalTables(organ, year, member);
    }

    @GetMapping("/form.xlsx")
    @HoldsNoData
    @Operation(summary = "下载空白表", description = "由不使用本系统的机关填写")
    @ApiResponse(
            responseCode = "200",
            description = "工作簿",
            content =
                    @Content(mediaType = ReportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> downloadExternalForm(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "报表是哪个机关的") @PathVariable String member) {
        return AnnualReportController.file(
                tables.member(organ, year, member).name() + year + "年统计表（空白）",
                ReportFormat.XLSX,
                tables.blank(organ, year, member));
    }
}
