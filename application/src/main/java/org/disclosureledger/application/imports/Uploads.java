package org.disclosureledger.application.imports;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ProblemHandler;
import org.disclosureledger.application.register.RegisterLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Uploaded files on their way: in a directory of their own until they have been read, never longer. */
@Component
public class Uploads {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Path directory;
    private final long limit;

    Uploads(@Value("${ledger.data-dir}") Path dataDirectory, @Value("${ledger.imports.max-file-size}") DataSize limit)
            throws IOException {
        this.directory = Files.createDirectories(dataDirectory.resolve("uploads"));
        this.limit = limit.toBytes();
        try (Stream<Path> leftovers = Files.list(directory)) {
            for (Path leftover : leftovers.toList()) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** @param sha256 of the bytes that came in, lower-case hexadecimal */
    public record Upload(Path file, String sha256) {}

    /**
     * @param announced length that the sender announced, negative when it did not
     * @throws Problem when it is larger than allowed; nothing is kept then
     */
    public Upload take(InputStream in, long announced) throws IOException {
        if (announced > limit) {
            throw tooLarge();
        }
        Path file = Files.createTempFile(directory, "register-", ".upload");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            return new Upload(file, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** An empty file for what must not lie about after a crash: the directory is emptied at every start. */
    public Path scratch() throws IOException {
        return Files.createTempFile(directory, "register-", ".scratch");
    }

    /** Large multipart bodies wait here, not in the system's directory for temporary files. */
    @Bean
    MultipartConfigElement multipartConfig(
            @Value("${spring.servlet.multipart.max-file-size}") DataSize file,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize request,
            @Value("${spring.servlet.multipart.file-size-threshold}") DataSize threshold) {
        return new MultipartConfigElement(
                directory.toAbsolutePath().toString(), file.toBytes(), request.toBytes(), (int) threshold.toBytes());
    }

    private Problem tooLarge() {
        var detail = ProblemHandler.tooLarge(limit);
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                String.valueOf(detail.getTitle()),
                String.valueOf(detail.getDetail()));
    }

    /** The name of the file without directories and control characters. */
    public static String cleanName(@Nullable String name, RegisterLayout layout, @Nullable String contentType) {
        String base = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = base.replaceAll("\\p{Cntrl}", "").trim();
        if (clean.isEmpty()) {
            return layout.title() + (XLSX.equals(contentType) ? ".xlsx" : ".csv");
        }
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }
}
