package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of one database cluster: made once by initdb, UTF-8, byte order, scram-sha-256 for everybody. */
record PostgresCluster(Path folder) {

    /** A draft that is renamed when it is whole: an initdb that was killed is simply begun again. */
    static PostgresCluster in(Path data, PostgresBinaries binaries, Unprivileged user, Passwords passwords)
            throws IOException, InterruptedException {
        Path folder = data.resolve("postgresql");
        if (!Files.exists(folder)) {
            Path draft = data.resolve("postgresql.new");
            FileTree.delete(draft);
            Files.createDirectory(draft);
            Path password = passwordFile(data, passwords);
            user.own(draft);
            user.own(password);
            try {
                Command.run(
                        user.prefix(),
                        binaries.program("initdb"),
                        "--pgdata=" + draft,
                        "--username=" + Passwords.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C");
            } finally {
                Files.delete(password);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresCluster(folder);
    }

    private static Path passwordFile(Path data, Passwords passwords) throws IOException {
        Path file = data.resolve("initdb.password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, passwords.of(Passwords.SUPERUSER));
    }
}
