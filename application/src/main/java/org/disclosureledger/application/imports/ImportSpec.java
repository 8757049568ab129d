package org.disclosureledger.application.imports;

import java.nio.file.Path;
import java.util.UUID;
import org.disclosureledger.application.register.RegisterLayout;
import org.jspecify.annotations.Nullable;

/**
 * A register file that is handed in, and how it is to be taken.
 *
 * @param dryRun only look whether it could be recorded
 * @param corrections what differs from the record corrects it
 * @param reason why, when there are corrections
 * @param announce whether a file that would change published years is not recorded but answered with the changes
 */
public record ImportSpec(
        UUID importId,
        String organ,
        RegisterLayout register,
        Path file,
        String fileName,
        @Nullable String contentType,
        String sha256,
        boolean dryRun,
        boolean corrections,
        @Nullable String reason,
        boolean announce,
        String submittedBy) {}
