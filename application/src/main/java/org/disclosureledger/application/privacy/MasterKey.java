package org.disclosureledger.application.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key that wraps all case keys: 32 bytes from the environment or from a file, never in the database. */
public record MasterKey(byte[] bytes) {

    private static final int LENGTH = 32;

    public MasterKey {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the master key must have 32 bytes");
        }
    }

    /**
     * The key given in Base64, or else the one in {@code keys/master.key} of the data directory, made at the first start.
     *
     * @throws IllegalStateException when what is given is not a key
     */
    public static MasterKey load(@Nullable String given, Path dataDirectory) {
        if (given != null && !given.isBlank()) {
            return decode(given, "LEDGER_MASTER_KEY");
        }
        Path file = dataDirectory.resolve("keys").resolve("master.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return decode(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("主密钥文件无法读写：" + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("master.key.new");
        Files.writeString(
                fresh,
                Base64.getEncoder().encodeToString(key) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(fresh, file);
    }

    private static MasterKey decode(String text, String source) {
        try {
            return new MasterKey(Base64.getDecoder().decode(text.trim()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("主密钥无效（" + source + "）：应为 32 字节的 Base64", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
