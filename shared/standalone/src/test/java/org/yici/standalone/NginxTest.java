package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The split edition's front door sends every address to the same owner as the embedded one. */
class NginxTest {

    private static final Pattern LINE = Pattern.compile("^\\s*~(\\^\\S+)\\s+([a-z-]+);", Pattern.MULTILINE);

    private record Line(Pattern address, String owner) {}

    @Test
    void the_map_and_the_addresses_agree() throws Exception {
        List<Line> map = map();
        assertThat(map).isNotEmpty();
        for (Addresses.Claim claim : Addresses.claims()) {
            String address = "/" + String.join("/", claim.segments()).replace("*", "N-1");
            for (String path :
                    List.of(address, address + "/", address + "/more/of/it", address + "-x", parent(address))) {
                assertThat(ownerIn(map, path))
                        .as(path)
                        .isEqualTo(Addresses.ownerOf(path).title());
            }
        }
        for (String path : List.of("/", "/staff/other", "/api/v1/summary", "/log/checkpoint", "/notices/N-1")) {
            assertThat(ownerIn(map, path))
                    .as(path)
                    .isEqualTo(Addresses.ownerOf(path).title());
        }
    }

    private static String parent(String address) {
        int last = address.lastIndexOf('/');
        return last <= 0 ? "/" : address.substring(0, last);
    }

    private static String ownerIn(List<Line> map, String path) {
        return map.stream()
                .filter(line -> line.address.matcher(path).find())
                .map(Line::owner)
                .findFirst()
                .orElse("public-site");
    }

    private static List<Line> map() throws Exception {
        List<Line> map = new ArrayList<>();
        Matcher lines = LINE.matcher(Files.readString(Path.of("..", "deploy", "nginx.conf")));
        while (lines.find()) {
            map.add(new Line(Pattern.compile(lines.group(1)), lines.group(2)));
        }
        return map;
    }
}
