package org.yici.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON from outside without guessing: {@code 10.0} or {@code "10"} is no integer, a key twice is unreadable, an
 * unknown key is ignored (programs of a later version may send it).
 */
public final class StrictJson {

    private static final Logger log = LoggerFactory.getLogger(StrictJson.class);

    private final JsonMapper mapper = strict();

    /** A mapper with the same strictness, for formats of our own. */
    public static JsonMapper strict() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /**
     * @throws ResponseStatusException 400 when {@code body} is no JSON object
     * @throws InvalidInput 422 with the field's path when a value has the wrong type
     */
    public <T> T read(byte[] body, Class<T> type) {
        try {
            T value = mapper.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException wrong) {
            log.trace("read again, to tell what is wrong with it", wrong);
        }
        return readSlowly(body, type);
    }

    private <T> T readSlowly(byte[] body, Class<T> type) {
        JsonNode tree = tree(body);
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException wrongType) {
            throw new InvalidInput(List.of(FieldError.of(path(wrongType), "input.type")));
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "unreadable-json", unreadable);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "unreadable-json");
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
