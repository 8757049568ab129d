package org.disclosureledger.application.heads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writing files that are on the disk when the call returns, and that never take the place of another. */
final class NewFiles {

    private NewFiles() {}

    /** Makes a file that must not exist yet. */
    @FunctionalInterface
    interface Creation {
        /** @throws FileAlreadyExistsException when it exists */
        void create(Path file, byte[] content) throws IOException;
    }

    /** Keeps a head under its number, or, when other content has that name, under the next name that is free. */
    static HeadName keep(Path directory, long number, byte[] content, Creation creation) throws IOException {
        HeadName name = new HeadName(number, 1);
        while (true) {
            Path file = directory.resolve(name.fileName());
            try {
                creation.create(file, content);
                return name;
            } catch (FileAlreadyExistsException e) {
                if (Arrays.equals(Files.readAllBytes(file), content)) {
                    return name;
                }
                name = name.next();
            }
        }
    }

    /** Written in place: for storage that allows nothing else. */
    static void written(Path file, byte[] content) throws IOException {
        writtenAs(file, content);
    }

    private static void writtenAs(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** There whole or not at all: written beside under another name and given its own by a link. */
    static void linked(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path beside = directory.resolve(".new-" + UUID.randomUUID());
        try {
            writtenAs(beside, content, attributes);
            link(file, beside, content, attributes);
        } finally {
            Files.deleteIfExists(beside);
        }
        persist(directory);
    }

    private static void link(Path file, Path beside, byte[] content, FileAttribute<?>... attributes)
            throws IOException {
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            writtenAs(file, content, attributes);
        }
    }

    /** A name is on the disk only when its directory is. */
    private static void persist(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no directories; NTFS keeps its own journal of names.
        }
    }
}
