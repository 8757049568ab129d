package org.disclosureledger.application.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Exports go to a file first and from there to whoever asked: a slow reader keeps a file open, not a database
 * connection. A few are made at a time; the others wait their turn.
 */
@Component
public class RegisterExports {

    private static final int AT_ONCE = 2;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final Registers registers;
    private final ListExport lists;
    private final Uploads uploads;

    RegisterExports(Registers registers, ListExport lists, Uploads uploads) {
        this.lists = lists;
        this.registers = registers;
        this.uploads = uploads;
    }

    StreamingResponseBody of(String organ, RegisterLayout register, boolean workbook, ReadPoint at) {
        Actor actor = Access.current();
        return out -> {
            Path file = uploads.scratch();
            try {
                Access.during(actor, () -> Readings.recordedBefore(() -> make(organ, register, workbook, at, file)));
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }

    /** @param name of the organ */
    StreamingResponseBody ofList(String organ, String name, RegisterQuestion question, boolean workbook, ReadPoint at) {
        Actor actor = Access.current();
        return out -> {
            Path file = uploads.scratch();
            Path scratch = uploads.scratch();
            atOnce.acquireUninterruptibly();
            try {
                try (OutputStream to = Files.newOutputStream(file)) {
                    Access.during(actor, () -> lists.write(organ, name, question, workbook, at, scratch, to));
                } finally {
                    atOnce.release();
                }
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(scratch);
            }
        };
    }

    private void make(String organ, RegisterLayout register, boolean workbook, ReadPoint at, Path file)
            throws IOException {
        atOnce.acquireUninterruptibly();
        try (OutputStream out = Files.newOutputStream(file)) {
            registers.export(organ, register, workbook, at, out);
        } finally {
            atOnce.release();
        }
    }
}
