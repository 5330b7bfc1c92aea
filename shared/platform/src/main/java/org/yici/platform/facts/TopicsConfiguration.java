package org.yici.platform.facts;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics where they are missing, from whichever service comes first. Replication is the cluster's default.
 */
@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    private static final String FOR_EVER = "-1";

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(
                kept(Topics.LEDGER),
                kept(Topics.FACTS),
                TopicBuilder.name(Topics.NOTICES).partitions(1).compact().build());
    }

    private static NewTopic kept(String name) {
        return TopicBuilder.name(name)
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)
                .config(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER)
                .build();
    }
}
