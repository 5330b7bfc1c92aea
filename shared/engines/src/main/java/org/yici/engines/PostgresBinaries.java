package org.yici.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that the build chose for this platform. */
record PostgresBinaries(Path folder) {

    private static final int ANY_EXECUTE = 0111;

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /**
     * Where the binaries lie: in the data folder, or where the system property {@code yici.postgresql.binaries} says, so
     * that a build unpacks them once for all its modules.
     */
    static Path folderBeside(Path data) throws IOException {
        String shared = System.getProperty("yici.postgresql.binaries");
        return shared == null ? data : Files.createDirectories(Path.of(shared));
    }

    /** Unpacks beside the destination and renames, so that a killed start never leaves half a server. */
    static PostgresBinaries unpackedIn(Path data) throws IOException {
        String resource = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + resource)) {
            if (packed == null) {
                throw new EngineStartFailed("This build carries no PostgreSQL for this machine (" + resource + ").");
            }
            Path folder = data.resolve("postgresql-binaries");
            // The compressed size tells a newer PostgreSQL from the one unpacked by an earlier build.
            Path mark = folder.resolve("unpacked-" + packed.available());
            if (!Files.exists(mark)) {
                putOnce(packed, folder, mark);
            }
            return new PostgresBinaries(folder);
        }
    }

    /** One process at a time: who waited finds the copy of the one before, and must not take it from under its server. */
    @SuppressWarnings("try") // The lock is held, not used.
    private static void putOnce(InputStream packed, Path folder, Path mark) throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (!Files.exists(mark)) {
                Path draft = folder.resolveSibling(folder.getFileName() + ".new");
                FileTree.delete(draft);
                unpack(packed, draft);
                Files.createFile(draft.resolve(mark.getFileName()));
                FileTree.delete(folder);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** The archive's name inside the jar of this platform. */
    static String resourceName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : os.replace(' ', '-');
        String machine =
                switch (osArch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IOException("an entry leaves the archive: " + entry.getName());
                }
                unpack(tar, entry, folder, to);
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path folder, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        Files.deleteIfExists(to);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(to, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, to);
            boolean executable = (entry.getMode() & ANY_EXECUTE) != 0;
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
