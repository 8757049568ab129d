package org.disclosureledger.application.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A key that wraps the keys of cases: 32 bytes from the environment or from a file, never in the database. */
public record MasterKey(byte[] bytes) {

    private static final int LENGTH = 32;
    private static final int CHECK = 8;

    public MasterKey {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the master key must have 32 bytes");
        }
    }

    /** By what it is told from others; eight bytes in hexadecimal digits that say nothing of the key. */
    public String name() {
        byte[] mac = Cipher256.mac(bytes, "master-key-check".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac, 0, CHECK);
    }

    static MasterKey read(Path file) throws IOException {
        return decode(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    }

    /** Makes a key in a file that only its owner may read. */
    static void make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                fresh,
                Base64.getEncoder().encodeToString(key) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        Files.move(fresh, file);
    }

    /** @throws IllegalStateException when it is not a key */
    static MasterKey decode(String text, String source) {
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
