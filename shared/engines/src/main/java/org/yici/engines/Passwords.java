package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The random passwords of the database roles, made once per installation and kept beside the data they open. */
final class Passwords {

    /** Of initdb; no service ever signs in as this role. */
    static final String SUPERUSER = "postgres";

    private static final int BYTES = 24;

    private final Map<String, String> byRole;

    private Passwords(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    /** Reads the kept passwords and adds one for each role that has none yet. */
    static Passwords in(Path folder) throws IOException {
        Path file = folder.resolve("passwords.properties");
        Map<String, String> byRole = new TreeMap<>(Files.exists(file) ? SecretFile.read(file) : Map.of());
        List<String> roles = List.of(SUPERUSER, Roles.MIGRATE, Roles.DONATIONS, Roles.DISBURSEMENT, Roles.SITE);
        if (!byRole.keySet().containsAll(roles)) {
            roles.forEach(role -> byRole.computeIfAbsent(role, any -> random()));
            SecretFile.write(file, "Passwords of the embedded database's roles. Keep with the data.", byRole);
        }
        return new Passwords(byRole);
    }

    String of(String role) {
        return Objects.requireNonNull(byRole.get(role), role);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
