package org.yici.platform.facts;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.ledger.Ledger;

/**
 * What a service that publishes needs: the ledger, the outbox, and a relay that stands ready. Imported by donations-api
 * and disbursement with {@link PublishesFacts}; public-site only reads.
 */
class FactsConfiguration {

    @Bean
    Ledger ledger(DatabaseClient database) {
        return new Ledger(database);
    }

    @Bean
    FactOutbox factOutbox(DatabaseClient database) {
        return new FactOutbox(database);
    }

    @Bean
    Relay relay(
            @Value("${spring.r2dbc.url}") String url,
            @Value("${spring.r2dbc.username}") String username,
            @Value("${spring.r2dbc.password}") String password,
            KafkaTemplate<String, String> kafka,
            ConsumerFactory<String, String> consumers,
            @Value("${yici.publish.pace:2000}") int pace) {
        ConnectionFactory unpooled = ConnectionFactories.get(ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(ConnectionFactoryOptions.USER, username)
                .option(ConnectionFactoryOptions.PASSWORD, password)
                .build());
        return new Relay(unpooled, FactsConfiguration::sources, kafka, new TopicEnd(consumers), pace);
    }

    private static List<Source> sources(DatabaseClient database) {
        return List.of(
                new JournalSource(new Ledger(database)),
                new OutboxSource(Topics.FACTS, database),
                new OutboxSource(Topics.NOTICES, database));
    }
}
