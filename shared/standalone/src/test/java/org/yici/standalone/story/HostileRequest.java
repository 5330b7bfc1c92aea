package org.yici.standalone.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of {@code story/hostile-requests.txt}, which says how it is written.
 *
 * @param answer the status, {@code 4xx}, and {@code codec} where the answer may have no body
 */
record HostileRequest(String who, String method, String path, String type, byte[] body, String answer, String line) {

    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");
    private static final Pattern ONE_FIELD =
            Pattern.compile("(gift|household|application|review|approval) ([\\w.]+)=(.*)");
    private static final String BOUNDARY = "hostile-boundary";
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "form", "application/x-www-form-urlencoded",
            "xml", "application/xml",
            "text", "text/plain",
            "file", "multipart/form-data; boundary=" + BOUNDARY,
            "none", "");

    /** All of them. {@code ids}: what the words in braces stand for. */
    static List<HostileRequest> all(Map<String, String> ids) {
        List<HostileRequest> all = new ArrayList<>();
        for (String line : table().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("==")) {
                all.add(read(line, ids));
            }
        }
        return all;
    }

    boolean byCodec() {
        return answer.endsWith("codec");
    }

    /** Sent by a person's browser, who sees the page again. */
    boolean isForm() {
        return type.equals(TYPES.get("form"));
    }

    boolean isAnsweredBy(int status) {
        return answer.startsWith("4xx") ? status >= 400 && status <= 499 : answer.startsWith(Integer.toString(status));
    }

    @Override
    public String toString() {
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    private static HostileRequest read(String line, Map<String, String> ids) {
        String[] columns = line.split(" \\|", 3);
        String rest = columns[2];
        int typeEnd = rest.indexOf(" |");
        int answerStart = rest.lastIndexOf('|');
        String type = rest.substring(0, typeEnd).strip();
        String body = rest.substring(typeEnd + 2, answerStart).strip();
        String[] request = filled(columns[1].strip(), ids).split(" ", 2);
        return new HostileRequest(
                columns[0].strip(),
                request[0],
                request[1],
                Objects.requireNonNullElse(TYPES.get(type), type),
                bytes(type, filled(body, ids), ids),
                rest.substring(answerStart + 1).strip(),
                line);
    }

    private static String filled(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        Matcher repeated = REPEATED.matcher(filled);
        return repeated.replaceAll(
                found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private static byte[] bytes(String type, String body, Map<String, String> ids) {
        Matcher oneField = ONE_FIELD.matcher(body);
        if (oneField.matches()) {
            return good(oneField.group(1), oneField.group(2), oneField.group(3), ids)
                    .getBytes(StandardCharsets.UTF_8);
        }
        String text = type.equals("file") ? multipart(body) : body;
        // Latin 1 for these two, so that a byte is a byte.
        if (text.contains("{nul}") || text.contains("{bad utf-8}")) {
            return text.replace("{nul}", "\0")
                    .replace("{bad utf-8}", "\u00c0\u00af\u00ff")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String multipart(String body) {
        int colon = body.indexOf(':');
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + body.substring(0, colon) + "\"\r\nContent-Type: text/csv\r\n\r\n"
                + body.substring(colon + 1).strip().replace("\\n", "\r\n") + "\r\n--" + BOUNDARY + "--\r\n";
    }

    /** A body with nothing wrong in it but that one field. */
    private static String good(String what, String path, String value, Map<String, String> ids) {
        ObjectNode body = (ObjectNode) Answer.JSON.readTree(
                switch (what) {
                    case "gift" -> Gift.wish(1_000);
                    case "household" -> InventedPeople.household();
                    case "application" -> """
                            {"household": "%s", "member": "王小雨", "programme": "schooling", "reason": "书本费",
                             "amount": {"value": 6000, "currency": "CNY"}}""".formatted(ids.get("household"));
                    case "review" -> "{\"decision\": \"PASS\", \"note\": \"\"}";
                    default -> "{\"decision\": \"APPROVE\"}";
                });
        String marker = "\"«the hostile value»\"";
        JsonNode parent = body;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            parent = parent instanceof ArrayNode list ? list.get(Integer.parseInt(steps[i])) : parent.get(steps[i]);
        }
        ((ObjectNode) parent).put(steps[steps.length - 1], "«the hostile value»");
        return body.toString().replace(marker, value);
    }

    private static String table() {
        try (InputStream file = HostileRequest.class.getResourceAsStream("/story/hostile-requests.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
