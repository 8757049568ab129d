package org.disclosureledger.application.web.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWriter;
import org.disclosureledger.application.registers.RegisterController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Small files that the pages give out. */
final class RegisterFiles {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private RegisterFiles() {}

    /** A register with its headers and no rows. */
    static byte[] emptyWorkbook(RegisterLayout layout) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RegisterWriter.xlsx(layout, List.of(), out).close();
        return out.toByteArray();
    }

    static ResponseEntity<byte[]> download(String fileName, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(fileName))
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }
}
