package org.disclosureledger.application.register;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The texts of a workbook, which cells name by number. They stand in two temporary files, one with the texts and one
 * with their positions, that only this process's user can read and that are gone when this is closed. In memory are
 * only the short ones used last, because a register repeats its codes in every row.
 */
final class SharedStrings implements Closeable {

    private static final int MOST_KEPT = 1_024;
    private static final int LONGEST_KEPT = 64;

    private final FileChannel texts = temporary();
    private final FileChannel positions = temporary();
    private final Map<Integer, String> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private int count;

    SharedStrings() throws IOException {}

    void load(XlsxPackage parts, String part) throws IOException, SAXException {
        Loader loader = new Loader();
        parts.parse(part, loader);
        loader.textsOut.flush();
        loader.positionsOut.flush();
    }

    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw UnreadableFile.damaged();
        }
        String text = kept.get(index);
        if (text == null) {
            ByteBuffer place = read(positions, index * 12L, 12);
            text = read(texts, place.getLong(), place.getInt()).asCharBuffer().toString();
            if (text.length() <= LONGEST_KEPT) {
                kept.put(index, text);
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        try (texts) {
            positions.close();
        }
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("temporary file is too short");
            }
        }
        return buffer.flip();
    }

    private static FileChannel temporary() throws IOException {
        return FileChannel.open(
                Files.createTempFile("register", ".strings"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private final class Loader extends XmlHandler {

        private final DataOutputStream textsOut = buffered(texts);
        private final DataOutputStream positionsOut = buffered(positions);
        private long position;
        private boolean phonetic;

        @Override
        void started(String name, Attributes attributes) {
            switch (name) {
                case "rPh" -> phonetic = true;
                case "t" -> collect(!phonetic);
                default -> {}
            }
        }

        @Override
        void ended(String name) {
            switch (name) {
                case "rPh" -> phonetic = false;
                case "t" -> collect(false);
                case "si" -> add(ExcelText.decode(takeText()));
                default -> {}
            }
        }

        /** Two bytes for each char, so that even half a surrogate pair comes back and is found out later. */
        private void add(String text) {
            try {
                int length = 2 * text.length();
                positionsOut.writeLong(position);
                positionsOut.writeInt(length);
                textsOut.writeChars(text);
                position += length;
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static DataOutputStream buffered(FileChannel file) {
            return new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        }
    }
}
