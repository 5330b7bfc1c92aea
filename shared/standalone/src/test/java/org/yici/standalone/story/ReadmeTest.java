package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the README promises a newcomer is there: addresses, folders, files, classes. */
@Order(5)
class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("(?:http://)?localhost:8080([^\\s>)`\"']*)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static String readme;
    private static final Set<String> files = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(ROOT.resolve("README.md"));
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                String name = String.valueOf(folder.getFileName());
                boolean ours = !name.equals("target") && (!name.startsWith(".") || name.equals(".ci"));
                if (ours) {
                    files.add(ROOT.relativize(folder).toString());
                }
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
                files.add(ROOT.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void every_address_answers() {
        List<String> addresses = ADDRESS.matcher(readme)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses).contains("/c/daily-kindness", "/qr/daily-kindness.png");
        for (String path : addresses) {
            int status = Visitor.browser().get(path.isEmpty() ? "/" : path).status();
            assertThat(status).as(path).isBetween(200, 399);
        }
    }

    @Test
    void every_link_to_a_file_leads_to_one() {
        assertThat(LINK.matcher(readme).results().map(found -> found.group(1)).distinct())
                .allSatisfy(link ->
                        assertThat(Files.exists(ROOT.resolve(link))).as(link).isTrue());
    }

    /** The table under "Follow one fen": folders in the second column, what to look at in the third. */
    @Test
    void every_step_of_the_money_is_where_the_table_says() {
        List<String> missing = new ArrayList<>();
        List<String[]> rows = section("Follow one fen")
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> line.split("\\|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        for (String[] columns : rows) {
            for (String folder : quoted(columns[2])) {
                if (!isThere(folder)) {
                    missing.add(folder);
                }
            }
            for (String what : quoted(columns[3])) {
                if (!isThere(what.matches("(\\w+/)*[A-Z]\\w+") ? what + ".java" : what)) {
                    missing.add(what);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String section(String title) {
        String from = readme.substring(readme.indexOf("\n## " + title) + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(ReadmeTest::word).toList();
    }

    private static String word(MatchResult found) {
        return found.group(1);
    }

    /** "…" stands for the folders that are the same everywhere; a name alone may lie anywhere. */
    private static boolean isThere(String name) {
        String pattern = name.startsWith("…") ? "**" + name.substring(1) : name.replace("…", "**");
        PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        PathMatcher tail = FileSystems.getDefault().getPathMatcher("glob:**/" + pattern);
        return files.stream().map(Path::of).anyMatch(file -> whole.matches(file) || tail.matches(file));
    }
}
