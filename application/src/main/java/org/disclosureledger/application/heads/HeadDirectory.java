package org.disclosureledger.application.heads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory that keeps every head this node has signed; nothing in it is ever changed or deleted. */
public final class HeadDirectory {

    private static final int LONGEST = 64 * 1024;

    private final Path path;

    public HeadDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** On the disk when the call returns. */
    HeadName add(SignedHead head) throws IOException {
        Files.createDirectories(path);
        return NewFiles.keep(path, head.head().number(), head.json(), NewFiles::linked);
    }

    boolean isWritable() {
        return Files.isDirectory(path) && Files.isWritable(path);
    }

    /** Names of all heads, in the order of what they are about. */
    public List<HeadName> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(f -> f.getFileName().toString())
                    .flatMap(name -> HeadName.of(name).stream())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    byte[] content(HeadName name) throws IOException {
        try (InputStream in = Files.newInputStream(path.resolve(name.fileName()))) {
            return in.readNBytes(LONGEST);
        }
    }

    /** @throws BrokenHead when the file cannot be read or is not a signed head */
    public SignedHead read(HeadName name) throws BrokenHead {
        SignedHead head;
        try {
            head = SignedHead.read(content(name));
        } catch (IOException e) {
            throw new BrokenHead("文件无法读取", e);
        }
        if (head.head().number() != name.number()) {
            throw new BrokenHead("文件名与其中的编号不一致", null);
        }
        return head;
    }

    /** The last signed head of a ledger; broken files and those of other ledgers are passed over. */
    Optional<SignedHead> last(UUID ledger) throws IOException {
        List<HeadName> latest = new ArrayList<>(names());
        Collections.reverse(latest);
        return latest.stream()
                .flatMap(name -> whole(name).stream())
                .filter(head -> head.head().ledger().equals(ledger))
                .findFirst();
    }

    /** The head in a file, unless the file is broken or was changed. */
    Optional<SignedHead> whole(HeadName name) {
        try {
            return Optional.of(read(name)).filter(SignedHead::isWhole);
        } catch (BrokenHead e) {
            return Optional.empty();
        }
    }
}
