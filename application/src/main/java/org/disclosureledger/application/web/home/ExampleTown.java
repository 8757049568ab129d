package org.disclosureledger.application.web.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.imports.ImportJob;
import org.disclosureledger.application.imports.ImportSpec;
import org.disclosureledger.application.imports.Imports;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.Registers;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * An invented town with a full year, for looking around. Its registers go through the ordinary import, so that what one
 * sees is what one's own files will give. Loading it again changes nothing, whatever somebody tried with it meanwhile.
 */
@Component
public class ExampleTown {

    static final String CODE = "example-qinghe";
    static final int YEAR = 2025;

    private static final String NAME = "清河镇人民政府（示例）";

    private final Organs organs;
    private final Registers registers;
    private final Imports imports;
    private final Uploads uploads;

    public ExampleTown(Organs organs, Registers registers, Imports imports, Uploads uploads) {
        this.organs = organs;
        this.registers = registers;
        this.imports = imports;
        this.uploads = uploads;
    }

    void load(String user) {
        organs.establish(CODE, NAME, false, user, CommandId.once());
        Map<String, Long> counts = registers.counts(CODE);
        for (RegisterLayout register : RegisterLayout.values()) {
            if (counts.getOrDefault(register.id(), 0L) > 0) {
                continue;
            }
            ImportJob job = imports.run(spec(register, user));
            if (job.status() != ImportJob.Status.RECORDED) {
                throw new IllegalStateException("the example's " + register.id() + " were not recorded: " + job);
            }
        }
    }

    private ImportSpec spec(RegisterLayout register, String user) {
        try (InputStream in = new ClassPathResource("example/" + register.id() + ".csv").getInputStream()) {
            Uploads.Upload upload = uploads.take(in, -1);
            return new ImportSpec(
                    UUID.randomUUID(),
                    CODE,
                    register,
                    upload.file(),
                    "示例" + register.title() + ".csv",
                    "text/csv",
                    upload.sha256(),
                    false,
                    false,
                    null,
                    false,
                    user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
