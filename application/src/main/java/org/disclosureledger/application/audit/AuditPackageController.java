package org.disclosureledger.application.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.audit.AuditPackage.TablesBehind;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit package over HTTP. One is made at a time: making it holds a database connection and reads everything. */
@RestController
@Requires(Right.AUDIT)
@Tag(name = "台账核对")
public class AuditPackageController {

    private final AuditPackage audit;
    private final Projections projections;
    private final Uploads uploads;
    private final Clock clock;
    private final Semaphore oneAtATime = new Semaphore(1);

    public AuditPackageController(AuditPackage audit, Projections projections, Uploads uploads, Clock clock) {
        this.audit = audit;
        this.projections = projections;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping("/api/v1/ledger/audit-package")
    @Exports(ExportKind.AUDIT_PACKAGE)
    @Operation(
            summary = "下载审计包",
            description = "整个台账的事件、存证、公钥和各机关各年度的报表，连同格式说明（FORMAT.md）和不依赖本产品的核对程序（verify_ledger.py）。"
                    + "个人信息在其中是密文。台账很大时需要等待几分钟")
    @ApiResponse(
            responseCode = "200",
            description = "审计包",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "503", description = "报表的统计还没有跟上台账，请稍后再试")
    public ResponseEntity<StreamingResponseBody> downloadAuditPackage() {
        long wanted = audit.head();
        projections.catchUp();
        if (audit.readUpTo() < wanted) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "tables-behind",
                    "暂时不能导出",
                    String.valueOf(new TablesBehind(audit.readUpTo(), wanted).getMessage()));
        }
        String name = "审计包-" + LocalDate.now(clock) + ".zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(name))
                .body(out -> send(wanted, out));
    }

    private void send(long wanted, OutputStream out) throws IOException {
        Path file = uploads.scratch();
        try {
            make(wanted, file);
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void make(long wanted, Path file) throws IOException {
        oneAtATime.acquireUninterruptibly();
        try (OutputStream scratch = Files.newOutputStream(file)) {
            audit.write(scratch, wanted);
        } finally {
            oneAtATime.release();
        }
    }
}
