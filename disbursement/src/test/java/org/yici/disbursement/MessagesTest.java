package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of the granting service")
class MessagesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path ROOMS = MAIN.resolve("resources/messages/disbursement");
    private static final Path PLATFORM = Path.of("../shared/platform/src/main");
    private static final String ENGLISH = "_en.properties";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)*\\.?");
    private static final Pattern BEGINNING = Pattern.compile("[\"'|]([a-z][\\w-]*(?:\\.[\\w-]+)*\\.)[\"'$]");
    private static final Pattern REASON = Pattern.compile("\\(\"([a-z-]+)\", \\d{3}");
    private static final Pattern ASKED =
            Pattern.compile("(?:#\\{|#messages\\.msg\\(')([a-z][\\w-]*(?:\\.[\\w-]+)+)(?=[}(',])");
    private static final Pattern REFUSED = Pattern.compile("\"(input(?:\\.[\\w-]+)+)\"");

    @Test
    @DisplayName("stand in both languages, room by room, with the same places to fill in")
    void inSync() {
        for (String room : rooms()) {
            Map<String, String> chinese = words(ROOMS.resolve(room + ".properties"));
            Map<String, String> english = words(ROOMS.resolve(room + ENGLISH));
            assertThat(english.keySet()).as(room).isEqualTo(chinese.keySet());
            chinese.forEach(
                    (key, words) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(words)));
        }
    }

    @Test
    @DisplayName("are all registered, and no key has two rooms")
    void registered() throws IOException {
        String settings = Files.readString(MAIN.resolve("resources/disbursement.yml"));
        assertThat(rooms()).isNotEmpty().allMatch(room -> settings.contains("messages/disbursement/" + room));
        List<String> keys = rooms().stream()
                .flatMap(room -> words(ROOMS.resolve(room + ".properties")).keySet().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("are there wherever a page, a refused field or a reason asks for them")
    void noneMissing() {
        Set<String> asked = new TreeSet<>();
        for (String source : sources(MAIN)) {
            ASKED.matcher(source).results().forEach(found -> asked.add(found.group(1)));
            REFUSED.matcher(source).results().forEach(found -> asked.add(found.group(1)));
            REASON.matcher(source).results().forEach(found -> asked.add("refusal." + found.group(1)));
        }
        asked.removeAll(platformKeys());
        assertThat(asked).hasSizeGreaterThan(900).isSubsetOf(ours());
    }

    @Test
    @DisplayName("are all said somewhere")
    void noneLeftOver() {
        List<String> sources = Stream.concat(sources(MAIN).stream(), sources(PLATFORM).stream())
                .toList();
        Set<String> said = sources.stream()
                .flatMap(source -> WORD.matcher(source).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
        List<String> beginnings = sources.stream()
                .flatMap(source -> BEGINNING.matcher(source).results())
                .map(found -> found.group(1))
                .filter(beginning -> !beginning.equals("refusal."))
                .distinct()
                .toList();
        Predicate<String> isPutTogether = key -> beginnings.stream()
                .anyMatch(beginning -> key.startsWith(beginning) && isOneWord(key.substring(beginning.length())));
        assertThat(ours().stream()
                        .filter(key -> !said.contains(key) && !said.contains(reason(key)))
                        .filter(isPutTogether.negate())
                        .toList())
                .isEmpty();
    }

    /** A kind and a decision about it are two words in capitals; otherwise what is put at the end is one. */
    private static boolean isOneWord(String end) {
        return end.indexOf('.') < 0 || end.matches("[A-Z_]+\\.[A-Z_]+");
    }

    private static String reason(String key) {
        return key.startsWith("refusal.") ? key.substring("refusal.".length()) : key;
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rooms() {
        try (Stream<Path> files = Files.list(ROOMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(ENGLISH))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ours() {
        return rooms().stream()
                .flatMap(room -> words(ROOMS.resolve(room + ".properties")).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> platformKeys() {
        return Stream.of("platform", "web", "staff")
                .flatMap(
                        name -> words(PLATFORM.resolve("resources/messages/" + name + ".properties")).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> words(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return words;
    }

    private static List<String> sources(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html)"))
                    .map(MessagesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
