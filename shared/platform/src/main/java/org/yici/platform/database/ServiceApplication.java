package org.yici.platform.database;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How each of the three services is put together: its own settings file beside the shared {@code platform.yml}, the
 * schemas it stands on, migrated first. The same builder serves the embedded edition, a jar of its own, and tests.
 */
public final class ServiceApplication {

    private ServiceApplication() {}

    /**
     * @param main the service's {@code @SpringBootApplication}
     * @param name the service's name, which is also its settings file, for example {@code donations-api}
     * @param schemas the schemas to migrate, shared ones first
     */
    public static SpringApplicationBuilder of(Class<?> main, String name, List<String> schemas) {
        return new SpringApplicationBuilder(main)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=platform," + name, "spring.application.name=" + name)
                .initializers(new SchemaMigrations(schemas));
    }
}
