package org.yici.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.RefusedStart;

/**
 * What the operator may choose. Each setting is an environment variable or, the same word in lower case, an argument:
 * {@code YICI_PORT=8090} or {@code --yici.port=8090}.
 *
 * @param port of the front door, YICI_PORT, 8080; 0 takes any free one
 * @param bind the address the front door listens on, YICI_BIND, 127.0.0.1
 * @param data where everything is kept, YICI_DATA, {@code .data} in the working directory
 * @param publicUrl how the public reaches the front door, YICI_PUBLIC_URL; by default localhost and the port
 * @param managementPort of the loopback port for health and metrics, YICI_MANAGEMENT_PORT, 8081; 0 takes any free one
 * @param demo whether this is the demo world: true unless the profile {@code production} is on
 * @param simulatedProviders which payment providers are simulated, YICI_SIMULATED_PROVIDERS: {@code true}, {@code false} or
 *     their words; all of them in the demo world, none elsewhere
 * @param arguments further {@code --name=value} settings, handed to every service
 */
public record Options(
        int port,
        String bind,
        Path data,
        @Nullable String publicUrl,
        int managementPort,
        boolean demo,
        String simulatedProviders,
        List<String> arguments) {

    private static final int HIGHEST_PORT = 65_535;

    /** Reads the settings; refuses a port that is none with {@link RefusedStart}. */
    public static Options read(Map<String, String> environment, List<String> arguments) {
        var given = new Given(environment, arguments);
        boolean demo = !given.or("spring.profiles.active", "").contains("production")
                && !given.or("yici.demo", "true").equals("false");
        return new Options(
                port("yici.port", given.or("yici.port", "8080")),
                given.or("yici.bind", "127.0.0.1"),
                Path.of(given.or("yici.data", ".data")).toAbsolutePath().normalize(),
                given.find("yici.public-url"),
                port("yici.management-port", given.or("yici.management-port", "8081")),
                demo,
                given.or("yici.simulated-providers", Boolean.toString(demo)),
                arguments.stream().filter(given::isForServices).toList());
    }

    /** Any free ports, no demo world: what most tests want. */
    public static Options forTests(Path data) {
        return new Options(0, "127.0.0.1", data.toAbsolutePath().normalize(), null, 0, true, "true", List.of());
    }

    /** What the front door adds to the engines' settings, once its port is known. */
    Map<String, String> settings(int boundPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("yici.public-url", publicUrl == null ? "http://localhost:" + boundPort : publicUrl);
        // Where a service reaches the platform itself, whatever the public calls it.
        settings.put("yici.front", "http://127.0.0.1:" + boundPort);
        settings.put("yici.demo", Boolean.toString(demo));
        settings.put("yici.simulated-providers", simulatedProviders);
        settings.put("yici.keys", data.resolve("keys.json").toString());
        return settings;
    }

    /** {@code settings} and the operator's further arguments, as every service is given them. */
    List<String> arguments(Map<String, String> settings) {
        Stream<String> ours = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        return Stream.concat(ours, arguments.stream()).toList();
    }

    Path logFile(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    private static int port(String name, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new RefusedStart("The setting " + name + " must be a port number, and is \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    /** Arguments before the environment. */
    private record Given(Map<String, String> environment, List<String> arguments) {

        @Nullable
        String find(String name) {
            String prefix = "--" + name + "=";
            for (String argument : arguments) {
                if (argument.startsWith(prefix)) {
                    return argument.substring(prefix.length());
                }
            }
            String value = environment.get(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            return value == null || value.isBlank() ? null : value;
        }

        String or(String name, String otherwise) {
            String value = find(name);
            return value == null ? otherwise : value;
        }

        /** The front door's own settings are given to the services as it understood them. */
        boolean isForServices(String argument) {
            return argument.startsWith("--")
                    && !argument.matches(
                            "--yici\\.(port|bind|data|public-url|management-port|demo|simulated-providers)=.*");
        }
    }
}
