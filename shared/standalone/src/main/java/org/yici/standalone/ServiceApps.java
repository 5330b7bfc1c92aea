package org.yici.standalone;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The applications that are started as the three services: the real ones, or stand-ins in a test of the frame. */
record ServiceApps(Map<Service, Supplier<SpringApplicationBuilder>> apps) {

    static ServiceApps real() {
        Map<Service, Supplier<SpringApplicationBuilder>> apps = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            apps.put(service, service::app);
        }
        return new ServiceApps(apps);
    }

    /**
     * Starts all of them at once; each migrates what it stands on, and Flyway's lock lets them wait for each other. What
     * did start is in {@code running} even when another one failed.
     */
    void start(List<String> settings, Map<Service, HostedService> running) {
        CompletableFuture<?>[] starts = apps.entrySet().stream()
                .map(one -> CompletableFuture.runAsync(
                        () -> running.put(
                                one.getKey(), HostedService.start(one.getValue().get(), settings)),
                        task -> new Thread(task, one.getKey().title()).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(starts).join();
    }
}
