package org.yici.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Brings the schemas that a service stands on up to date before its context starts, as the role {@code yici_migrate},
 * which owns everything. Shared schemas have a history of their own; Flyway's lock lets whichever service comes first
 * migrate them while the others wait.
 */
final class SchemaMigrations implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int CONNECT_RETRIES = 10;
    private static final int RETRY_SECONDS = 2;

    private final List<String> schemas;

    SchemaMigrations(List<String> schemas) {
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        settings.getRequiredProperty("yici.database.host"),
                        settings.getRequiredProperty("yici.database.port"),
                        settings.getRequiredProperty("yici.database.name"));
        String password = settings.getRequiredProperty("yici.database.migrate-password");
        for (String schema : schemas) {
            Flyway.configure()
                    .dataSource(url, "yici_migrate", password)
                    .connectRetries(CONNECT_RETRIES)
                    .connectRetriesInterval(RETRY_SECONDS)
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
