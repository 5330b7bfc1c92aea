package org.yici.standalone;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service that only says who it is, to try the frame around the real ones. */
@SpringBootConfiguration
@EnableAutoConfiguration
class StandIn {

    static final String SLOW = "/slow";
    static final String STREAM = "/stream";

    static ServiceApps apps() {
        Map<Service, Supplier<SpringApplicationBuilder>> apps = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            apps.put(service, () -> app(service));
        }
        return new ServiceApps(apps);
    }

    private static SpringApplicationBuilder app(Service service) {
        return new SpringApplicationBuilder(StandIn.class)
                .web(WebApplicationType.REACTIVE)
                .properties(
                        "spring.config.name=stand-in",
                        "spring.main.banner-mode=off",
                        "stand-in.name=" + service.title(),
                        "management.endpoints.web.exposure.include=health,info",
                        "management.info.env.enabled=true",
                        "info.service=" + service.title(),
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration,"
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                                + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration,"
                                + "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration,"
                                + "org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration");
    }

    @Bean
    RouterFunction<ServerResponse> answers(org.springframework.core.env.Environment settings) {
        String name = settings.getRequiredProperty("stand-in.name");
        return RouterFunctions.route()
                .GET(STREAM, request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .body(Flux.interval(Duration.ofMillis(50)), Long.class))
                .GET(SLOW, request -> Mono.delay(Duration.ofSeconds(1))
                        .then(ServerResponse.ok().bodyValue("slow but whole")))
                .route(request -> !request.path().startsWith("/actuator"), request -> ServerResponse.ok()
                        .bodyValue(name))
                .build();
    }
}
