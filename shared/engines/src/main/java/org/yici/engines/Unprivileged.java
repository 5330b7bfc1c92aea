package org.yici.engines;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * How PostgreSQL is run by somebody who is not root, which it insists on. An ordinary user simply runs it. Root enters a
 * user namespace, where it looks like nobody and still owns its files; where namespaces are forbidden (many containers)
 * it becomes nobody, and the files are given to nobody.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";
    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U", "--");
    private static final List<String> BECOME_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged in(Path folder) throws IOException, InterruptedException {
        if (new UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of());
        }
        String unprivilegedAndMayWrite = "test \"$(id -u)\" != 0 && test -w '" + folder + "'";
        if (Command.succeeds(USER_NAMESPACE, "sh", "-c", unprivilegedAndMayWrite)) {
            return new Unprivileged(USER_NAMESPACE);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        if (Command.succeeds(BECOME_NOBODY, "test", "-x", folder.toString())) {
            return new Unprivileged(BECOME_NOBODY);
        }
        throw new EngineStartFailed(
                "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works on " + folder
                        + ": start Yici as an ordinary user.");
    }

    /** The words to put before a command. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives a file or folder to the user who will run PostgreSQL; nothing to do unless that is another one. */
    void own(Path path) throws IOException, InterruptedException {
        if (prefix.equals(BECOME_NOBODY)) {
            Command.run(List.of(), "chown", "-R", NOBODY + ":" + NOBODY, path.toString());
        }
    }
}
