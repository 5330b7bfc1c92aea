package org.yici.benchmarks.edition;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.yici.platform.privacy.BlindIndex;

/** The key that the sandbox of an installation signs with, from the installation's key file. */
public final class SandboxKey {

    private SandboxKey() {}

    /** In hexadecimal digits. */
    public static String of(Path data) {
        try (var context = new AnnotationConfigApplicationContext()) {
            Map<String, Object> settings =
                    Map.of("yici.keys", data.resolve("keys.json").toString(), "yici.demo", "true");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("installation", settings));
            context.scan(BlindIndex.class.getPackageName());
            context.refresh();
            return HexFormat.of().formatHex(context.getBean(BlindIndex.class).of("sandbox-signature", "notices"));
        }
    }
}
