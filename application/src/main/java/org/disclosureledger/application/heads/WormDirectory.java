package org.disclosureledger.application.heads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory on storage that is written once: files are made and closed, never renamed, changed or deleted. */
final class WormDirectory implements HeadSink {

    private static final Logger LOG = LoggerFactory.getLogger(WormDirectory.class);

    private final Path path;

    WormDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "worm";
    }

    @Override
    public String place() {
        return path.toString();
    }

    /** The directory itself is not made: where a mount is missing there is nothing to write to. */
    @Override
    public void deliver(HeadName name, byte[] content) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new IOException("目录不存在：" + path);
        }
        HeadName kept = NewFiles.keep(path, name.number(), content, NewFiles::written);
        boolean readOnly = path.resolve(kept.fileName()).toFile().setReadOnly();
        LOG.debug("{} kept as {}, read-only: {}", name.fileName(), kept.fileName(), readOnly);
    }
}
