package org.disclosureledger.application.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The master keys of this installation: those in the environment, or else the files {@code master*.key} in the directory
 * of keys. A file that appears while the service runs is read when a key names it.
 */
public final class LocalKeyring implements KeyWrapping {

    private static final String FIRST = "master.key";
    private static final String NEXT = "master-next.key";

    private final Path directory;
    private final boolean inFiles;
    private final SecureRandom random = new SecureRandom();
    private volatile Map<String, MasterKey> keys;

    private LocalKeyring(Path directory, boolean inFiles, Map<String, MasterKey> keys) {
        this.directory = directory;
        this.inFiles = inFiles;
        this.keys = keys;
    }

    /**
     * @param given the key in Base64; null or blank when keys are in files, of which the first is made when there is none
     * @param previous the key before it, as long as something is wrapped by it
     * @throws IllegalStateException when something that is given is no key
     */
    public static LocalKeyring load(@Nullable String given, @Nullable String previous, Path dataDirectory) {
        Path directory = dataDirectory.resolve("keys");
        if (given != null && !given.isBlank()) {
            Map<String, MasterKey> keys = new LinkedHashMap<>();
            put(keys, MasterKey.decode(given, "LEDGER_MASTER_KEY"));
            if (previous != null && !previous.isBlank()) {
                put(keys, MasterKey.decode(previous, "LEDGER_MASTER_KEY_PREVIOUS"));
            }
            return new LocalKeyring(directory, false, keys);
        }
        try {
            if (files(directory).isEmpty()) {
                MasterKey.make(directory.resolve(FIRST));
            }
            return new LocalKeyring(directory, true, read(directory));
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static void put(Map<String, MasterKey> keys, MasterKey key) {
        keys.put(key.name(), key);
    }

    /** The first key is the first. */
    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(f -> f.getFileName().toString().matches("master(-[a-z0-9]+)?\\.key"))
                    .sorted((one, other) -> one.getFileName().toString().equals(FIRST)
                            ? -1
                            : other.getFileName().toString().equals(FIRST) ? 1 : one.compareTo(other))
                    .toList();
        }
    }

    private static Map<String, MasterKey> read(Path directory) throws IOException {
        Map<String, MasterKey> keys = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            put(keys, MasterKey.read(file));
        }
        return keys;
    }

    private static UncheckedIOException unreadable(Path directory, IOException e) {
        return new UncheckedIOException("主密钥文件无法读写：" + directory, e);
    }

    /** The master key of a database that has none yet. */
    MasterKey first() {
        return keys.values().iterator().next();
    }

    private @Nullable MasterKey find(String master) {
        MasterKey known = keys.get(master);
        if (known != null || !inFiles) {
            return known;
        }
        try {
            keys = read(directory);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        return keys.get(master);
    }

    MasterKey require(String master) {
        MasterKey key = find(master);
        if (key == null) {
            throw new IllegalStateException("没有名为 " + master + " 的主密钥");
        }
        return key;
    }

    @Override
    public boolean knows(String master) {
        return find(master) != null;
    }

    @Override
    public byte[] wrap(String master, byte[] boundTo, byte[] key) {
        byte[] nonce = new byte[Cipher256.NONCE];
        random.nextBytes(nonce);
        return Cipher256.encrypt(require(master).bytes(), nonce, boundTo, key);
    }

    @Override
    public byte[] unwrap(String master, byte[] boundTo, byte[] wrapped) throws GeneralSecurityException {
        return Cipher256.decrypt(require(master).bytes(), boundTo, wrapped);
    }

    /**
     * The master key that is to come after the one that is in use: the one in the environment, or one in a file of its
     * own, made when there is none.
     *
     * @throws IllegalStateException when the environment has no other one
     */
    MasterKey next(String inUse) {
        if (!inFiles) {
            MasterKey given = first();
            if (given.name().equals(inUse)) {
                throw new IllegalStateException(
                        "要换主密钥，请把新的放在 LEDGER_MASTER_KEY，现在的放在 LEDGER_MASTER_KEY_PREVIOUS，各节点都这样设置并重启以后再运行本命令");
            }
            return given;
        }
        Path file = directory.resolve(NEXT);
        try {
            if (!Files.exists(file)) {
                MasterKey.make(file);
            }
            MasterKey next = MasterKey.read(file);
            keys = read(directory);
            return next;
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** The next key has become the one in use: its file gets its name, and another rotation will make another one. */
    void settle(String inUse) {
        Path file = directory.resolve(NEXT);
        try {
            if (inFiles && Files.exists(file) && MasterKey.read(file).name().equals(inUse)) {
                Files.move(file, directory.resolve("master-" + inUse + ".key"));
            }
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Where the key of this name is, for people. */
    String place(String master) {
        if (!inFiles) {
            return "环境变量中名为 " + master + " 的主密钥";
        }
        try {
            for (Path file : files(directory)) {
                if (MasterKey.read(file).name().equals(master)) {
                    return file.toString();
                }
            }
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        return directory.resolve("（没有 " + master + "）").toString();
    }
}
