package org.yici.disbursement;

import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.platform.facts.Wire;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Times in answers as the contract has them: RFC 3339, UTC, always with milliseconds. */
@Configuration(proxyBeanMethods = false)
class JsonTimes {

    @Bean
    JsonMapperBuilderCustomizer wireTimes() {
        return mapper -> mapper.addModule(new SimpleModule().addSerializer(new OfInstant()));
    }

    private static final class OfInstant extends StdSerializer<Instant> {
        OfInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializationContext context) {
            json.writeString(Wire.time(at));
        }
    }
}
