package org.disclosureledger.application.heads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of the signing key, and beside it that of the public key, which may be given to anybody. */
final class HeadKeyFile {

    static final String NAME = "head-signing.key";

    private static final String SECRET_SUFFIX = ".key";
    private static final String PUBLIC_SUFFIX = ".pub";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private HeadKeyFile() {}

    /**
     * The key in a file that somebody has put there. It is never made: behind a mount that is missing, a new key would
     * quietly take the place of the one that people know.
     *
     * @throws IllegalStateException when it is missing, broken or of another algorithm; the message is for people
     */
    static HeadSigner configured(Path file, SignatureAlgorithm algorithm) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "配置的签名密钥文件不存在：" + file + "（LEDGER_HEADS_KEY_FILE）。请检查挂载，或先不设此项启动一次，再把生成的 keys/" + NAME + " 移到该处");
        }
        return read(file, algorithm);
    }

    /**
     * The key in the data directory, made at the first start.
     *
     * @throws IllegalStateException as {@link #configured} does
     */
    static HeadSigner own(Path file, SignatureAlgorithm algorithm) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                make(file, HeadSigner.generate(algorithm));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("签名密钥文件无法写入：" + file, e);
        }
        return read(file, algorithm);
    }

    private static void make(Path file, HeadSigner key) throws IOException {
        byte[] pem = key.privatePem().getBytes(StandardCharsets.US_ASCII);
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                NewFiles.linked(file, pem, OWNER_ONLY);
            } else {
                NewFiles.linked(file, pem);
            }
        } catch (FileAlreadyExistsException e) {
            // Another node that shares the file was faster; its key is the one.
        }
    }

    private static HeadSigner read(Path file, SignatureAlgorithm algorithm) {
        HeadSigner key;
        try {
            key = HeadSigner.ofPem(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("签名密钥文件无法读取：" + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "签名密钥文件已损坏：" + file + "，其中" + e.getMessage() + "。请从备份恢复；没有备份的，移走它，启动时会生成新的密钥，" + "并请把新的公钥交给保存存证的各方",
                    e);
        }
        if (key.publicKey().algorithm() != algorithm) {
            throw new IllegalStateException(
                    "签名密钥文件 " + file + " 是 " + key.publicKey().algorithm().label() + " 密钥，而配置的签名算法是 "
                            + algorithm.label() + "（LEDGER_HEADS_SIGNATURE）。请改一致");
        }
        publish(publicFile(file), key.publicKey());
        return key;
    }

    /** Where the secret key lies read-only, the public key is given out by the API and stands in every head. */
    private static void publish(Path file, HeadPublicKey key) {
        try {
            if (!Files.exists(file)) {
                NewFiles.linked(file, key.pem().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (FileAlreadyExistsException e) {
            compare(file, key);
            return;
        } catch (IOException e) {
            return;
        }
        compare(file, key);
    }

    private static void compare(Path file, HeadPublicKey key) {
        try {
            if (HeadPublicKey.ofPem(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .equals(key)) {
                return;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("公钥文件已损坏：" + file + "。移走它，启动时会重新写出", e);
        }
        throw new IllegalStateException("公钥文件 " + file + " 与签名密钥不是一对：密钥可能被换过。请恢复原来的密钥，或移走该公钥文件");
    }

    static Path publicFile(Path file) {
        String name = file.getFileName().toString();
        String base = name.endsWith(SECRET_SUFFIX) ? name.substring(0, name.length() - SECRET_SUFFIX.length()) : name;
        return file.resolveSibling(base + PUBLIC_SUFFIX);
    }
}
