package org.disclosureledger.application.audit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.application.eventstore.HashAlgorithm;

/**
 * Writes the files of a package one after the other and keeps what the manifest says of each. The same content gives the
 * same bytes: no file bears the time at which it was written.
 */
public final class PackageZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, Map<String, Object>> files = new TreeMap<>();

    public PackageZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** What fills a file. */
    public interface Content {

        void write(OutputStream out) throws IOException;
    }

    public void file(String name, byte[] content) throws IOException {
        file(name, out -> out.write(content));
    }

    public void file(String name, Content content) throws IOException {
        MessageDigest digest = HashAlgorithm.SHA_256.digest();
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        open(name);
        content.write(counting);
        zip.closeEntry();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", name);
        file.put("sha256", HexFormat.of().formatHex(digest.digest()));
        file.put("size", counting.size);
        files.put(name, file);
    }

    /** The manifest comes last, when all is known of the others. */
    public void finish(Map<String, Object> manifest) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>(manifest);
        json.put("files", files.values());
        open(PackageLayout.MANIFEST);
        zip.write(StrictJson.write(json));
        zip.closeEntry();
        zip.finish();
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static final class Counting extends FilterOutputStream {

        private long size;

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }
    }
}
