package org.yici.site.feed;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes many rows with one statement: the statement reads them with {@code json_to_recordset($1::json)}. */
@Component
public final class Rows {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final JsonMapper COLUMNS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final DatabaseClient database;

    Rows(DatabaseClient database) {
        this.database = database;
    }

    /** @param rows records whose components are named as the columns, in camel case */
    public Mono<Void> write(String sql, List<?> rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(sql).bind(0, COLUMNS.writeValueAsString(rows)).then();
    }
}
