package org.disclosureledger.application.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a package that somebody handed over: only names that a package has, each once, none too large. */
final class PackageFiles implements Closeable {

    /** What a single line of events or a small file may have at most, in bytes. */
    static final int LIMIT = 64 << 20;

    private final ZipFile zip;
    private final Set<String> names = new TreeSet<>();

    /** @throws IllegalArgumentException when a name is not one of a package, or is there twice */
    PackageFiles(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!PackageLayout.isName(name) || !names.add(name)) {
                zip.close();
                throw new IllegalArgumentException("审计包里不应有 " + name + "，或同名文件不止一个");
            }
        }
    }

    Set<String> names() {
        return names;
    }

    byte[] read(String name) throws IOException {
        try (Opened opened = open(name)) {
            byte[] data = opened.stream().readNBytes(LIMIT + 1);
            if (data.length > LIMIT) {
                throw new IllegalArgumentException("文件过大");
            }
            opened.verifyEnd();
            return data;
        }
    }

    Opened open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("审计包里没有 " + name);
        }
        return new Opened(entry, new CheckedInputStream(zip.getInputStream(entry), new CRC32()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A file that is being read. */
    record Opened(ZipEntry entry, CheckedInputStream checked) implements Closeable {

        InputStream stream() {
            return checked;
        }

        /** Call at the end of the stream: its content must be what the archive says. */
        void verifyEnd() throws IOException {
            if (checked.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("压缩包内的校验值不符");
            }
        }

        @Override
        public void close() throws IOException {
            checked.close();
        }
    }
}
