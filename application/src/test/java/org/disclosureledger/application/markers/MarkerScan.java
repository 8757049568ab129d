package org.disclosureledger.application.markers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.disclosureledger.application.markers.Marker.Fate;

/**
 * Looks for all forms of all markers in one pass: the first eight bytes of each lead to those that begin so. Archives are
 * opened.
 */
final class MarkerScan {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int KEY = Long.BYTES;
    private static final int BUFFER = 1 << 20;
    private static final int FILTER_BITS = 24;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int DEEPEST = 3;
    private static final long LARGEST_ARCHIVE = 64L << 20;

    /** A kind of finding, of which there may be many. */
    record Found(String place, Fate fate, String field, String form) implements Comparable<Found> {

        @Override
        public int compareTo(Found other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return place + ": " + field + " (" + fate + ") as " + form;
        }
    }

    private record Pattern(byte[] bytes, Marker marker, String form, int next) {}

    private final List<Pattern> patterns = new ArrayList<>();
    private final long[] keys;
    private final int[] heads;
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final int longest;
    private final Map<Found, Integer> found = new TreeMap<>();
    private final Map<Found, String> first = new TreeMap<>();
    private long bytes;

    MarkerScan(Collection<Marker> markers) {
        List<Pattern> all = new ArrayList<>();
        for (Marker marker : markers) {
            MarkerForms.of(marker).forEach((form, pattern) -> all.add(new Pattern(pattern, marker, form, -1)));
        }
        keys = new long[Integer.highestOneBit(Math.max(16, all.size())) * 4];
        heads = new int[keys.length];
        Arrays.fill(heads, -1);
        int most = KEY;
        for (Pattern p : all) {
            if (p.bytes().length < KEY) {
                throw new IllegalArgumentException("too short to be told apart: " + p.form() + " of " + p.marker());
            }
            most = Math.max(most, p.bytes().length);
            long key = (long) EIGHT.get(p.bytes(), 0);
            int slot = slot(key);
            patterns.add(new Pattern(p.bytes(), p.marker(), p.form(), heads[slot]));
            keys[slot] = key;
            heads[slot] = patterns.size() - 1;
            int bit = bit(key);
            filter[bit >>> 6] |= 1L << bit;
        }
        longest = most;
    }

    private static int bit(long key) {
        return (int) ((key * GOLDEN) >>> (Long.SIZE - FILTER_BITS));
    }

    /** Where the key is, or where it would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 20) & mask;
        while (heads[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** What was found, and how often. */
    Map<Found, Integer> found() {
        return found;
    }

    /** The marker that was found first of a kind. */
    String example(Found kind) {
        return first.getOrDefault(kind, "");
    }

    /** How much was looked at, archives unpacked. */
    long bytes() {
        return bytes;
    }

    int patterns() {
        return patterns.size();
    }

    void look(String place, byte[] content) {
        look(place, content, 0);
    }

    private void look(String place, byte[] content, int depth) {
        try (OutputStream to = sink(place)) {
            to.write(content);
            unpack(place, content, depth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files come and go while they are looked at. */
    void look(String place, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(BUFFER);
            if (isArchive(start) && Files.size(file) <= LARGEST_ARCHIVE) {
                look(place, Files.readAllBytes(file));
                return;
            }
            try (OutputStream to = sink(place)) {
                to.write(start);
                in.transferTo(to);
            }
        }
    }

    private static boolean isArchive(byte[] content) {
        return content.length > 3
                && ((content[0] == 'P' && content[1] == 'K') || (content[0] == 0x1f && content[1] == (byte) 0x8b));
    }

    private void unpack(String place, byte[] content, int depth) throws IOException {
        if (!isArchive(content) || depth == DEEPEST) {
            return;
        }
        if (content[0] == 'P') {
            Path file = Files.write(Files.createTempFile("markers", ".zip"), content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    look(
                            place + "!" + entry.getName(),
                            zip.getInputStream(entry).readAllBytes(),
                            depth + 1);
                }
            } catch (ZipException e) {
                // It only begins like one, and was looked at as it is.
                return;
            } finally {
                Files.delete(file);
            }
        } else {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
                look(place + "!", in.readAllBytes(), depth + 1);
            } catch (ZipException e) {
                // It only begins like one, and was looked at as it is.
                return;
            }
        }
    }

    /** Looks at what is written to it, until it is closed. */
    OutputStream sink(String place) {
        return new Pass(place);
    }

    private final class Pass extends OutputStream {

        private final String place;
        private final byte[] buffer = new byte[BUFFER + longest];
        private int filled;

        Pass(String place) {
            this.place = place;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
            int at = offset;
            int left = length;
            while (left > 0) {
                int n = Math.min(left, buffer.length - filled);
                System.arraycopy(from, at, buffer, filled, n);
                filled += n;
                at += n;
                left -= n;
                if (filled == buffer.length) {
                    search(BUFFER);
                    System.arraycopy(buffer, BUFFER, buffer, 0, longest);
                    filled = longest;
                }
            }
        }

        @Override
        public void close() {
            search(filled);
            filled = 0;
        }

        private void search(int starts) {
            int end = Math.min(starts, filled - KEY + 1);
            for (int i = 0; i < end; i++) {
                long key = (long) EIGHT.get(buffer, i);
                int bit = bit(key);
                if ((filter[bit >>> 6] & 1L << bit) != 0) {
                    compare(key, i);
                }
            }
        }

        private void compare(long key, int at) {
            for (int p = heads[slot(key)]; p >= 0; p = patterns.get(p).next()) {
                Pattern pattern = patterns.get(p);
                int length = pattern.bytes().length;
                if (at + length <= filled && Arrays.equals(buffer, at, at + length, pattern.bytes(), 0, length)) {
                    Marker marker = pattern.marker();
                    Found kind = new Found(place, marker.fate(), marker.field(), pattern.form());
                    found.merge(kind, 1, Integer::sum);
                    first.putIfAbsent(kind, marker.text());
                }
            }
        }
    }
}
