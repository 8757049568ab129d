package org.disclosureledger.application.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.application.heads.BrokenHead;
import org.disclosureledger.application.heads.SignedHead;
import org.jspecify.annotations.Nullable;

/** A signed head as somebody has kept it outside the database. */
record HeadFile(Path file, SignedHead signed) {

    /** The head files of a directory in the order of their names; none when there is no such directory. */
    static List<Path> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().matches("head-.*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    /** @return null when the file is not a head */
    static @Nullable HeadFile read(Path file) {
        try {
            return new HeadFile(file, SignedHead.read(Files.readAllBytes(file)));
        } catch (IOException | BrokenHead e) {
            return null;
        }
    }

    long number() {
        return signed.head().number();
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
