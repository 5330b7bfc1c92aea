package org.yici.standalone;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
     * Starts one after the other. Three at once were ready 2 s of 30 earlier, and one such start failed on a machine where
     * nobody could look; what libraries keep in statics is not made for several applications that begin at the same moment.
     * What did start is in {@code running} even when another one failed.
     */
    void start(List<String> settings, Map<Service, HostedService> running) {
        apps.forEach((service, app) -> running.put(service, HostedService.start(app.get(), settings)));
    }
}
