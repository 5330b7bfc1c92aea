package org.yici.platform.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.platform.outcome.RefusedStart;
import tools.jackson.core.JacksonException;

/**
 * The file with an installation's keys, readable by its owner alone. Whoever loses it loses every encrypted field; it is
 * backed up apart from the database, since the two together open everything.
 */
public final class KeyFile {
    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    public KeyFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** The demo's keys, made on first use. Services that start at the same moment end up with the same keys. */
    KeyRing ofDemo() {
        return Files.exists(file) ? read() : create(true);
    }

    /**
     * The keys of a real installation, which somebody made on purpose.
     *
     * @throws RefusedStart when there are none, or when a demo made them
     */
    KeyRing ofProduction() {
        if (!Files.exists(file)) {
            throw new RefusedStart("There is no key file at " + file
                    + ": name yours with YICI_KEYS, or make one before the first start. Never replace a lost one.");
        }
        KeyRing ring = read();
        if (ring.demo()) {
            throw new RefusedStart("The keys in " + file + " were made by a demo: production needs keys of its own.");
        }
        return ring;
    }

    /** Makes the keys of a real installation. A file that is there already is left as it is. */
    public void createForProduction() {
        KeyRing made = create(false);
        log.info("{} holds {} keys", file, made.demo() ? "a demo's" : "this installation's");
    }

    /** One maker at a time: in this process by the monitor, between processes by the lock beside the file. */
    private KeyRing create(boolean demo) {
        synchronized (KeyFile.class) {
            try {
                Files.createDirectories(file.getParent());
                Path lock = file.resolveSibling(file.getFileName() + ".lock");
                try (FileChannel guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = guard.lock()) {
                    if (held.isValid() && !Files.exists(file)) {
                        write(KeyRing.fresh(demo));
                    }
                }
                return read();
            } catch (IOException | GeneralSecurityException e) {
                throw new RefusedStart("The key file " + file + " cannot be made: " + e.getMessage());
            }
        }
    }

    /** Under another name, to the disk, then renamed: nobody ever sees half a file. */
    private void write(KeyRing ring) throws IOException, GeneralSecurityException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(ring.toJson());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private KeyRing read() {
        try {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!permissions.endsWith("------")) {
                log.warn("The key file {} can be read by others ({}): chmod 600", file, permissions);
            }
            return KeyRing.parse(Files.readString(file));
        } catch (IOException | GeneralSecurityException | JacksonException e) {
            throw new RefusedStart("The key file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
