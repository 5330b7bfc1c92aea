package org.yici.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class RolesTest {

    private static final String NOT_ALLOWED = "42501";

    @Test
    void the_migrating_role_owns_a_fresh_database() throws Exception {
        try (Connection connection = connect(EnginesForTests.freshDatabase(), "yici_migrate")) {
            connection.createStatement().execute("create schema room");
            connection.createStatement().execute("create table room.thing (id bigint primary key)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yici_donations", "yici_disbursement", "yici_site"})
    void a_service_role_may_connect_and_create_nothing(String role) throws Exception {
        Map<String, String> settings = EnginesForTests.freshDatabase();
        for (String attempt : new String[] {
            "create schema mine",
            "create table public.mine ()",
            "create temporary table mine ()",
            "create role mine",
            "create database mine",
            "alter role " + role + " superuser",
            "set role yici_migrate"
        }) {
            try (Connection connection = connect(settings, role)) {
                assertThatThrownBy(() -> connection.createStatement().execute(attempt))
                        .as(attempt)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo(NOT_ALLOWED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yici_donations", "yici_disbursement", "yici_site"})
    void nothing_that_a_service_does_waits_or_lasts_without_end(String role) throws Exception {
        try (Connection connection = connect(EnginesForTests.freshDatabase(), role)) {
            for (String limit :
                    new String[] {"lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"}) {
                var shown = connection
                        .createStatement()
                        .executeQuery("select setting::bigint from pg_settings where name = '" + limit + "'");
                assertThat(shown.next()).isTrue();
                assertThat(shown.getLong(1)).as(limit + " in ms").isBetween(1_000L, 60_000L);
            }
        }
    }

    @Test
    void a_password_is_asked_for_and_checked() {
        Map<String, String> settings = new java.util.HashMap<>(EnginesForTests.freshDatabase());
        settings.put("yici.database.password-of.yici_site", "guessed");
        assertThatThrownBy(() -> connect(settings, "yici_site"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("28P01"));
    }

    @Test
    void every_commit_is_on_the_disk_before_it_is_answered(@TempDir Path data) throws Exception {
        try (Engines engines = Engines.postgresOnly(data);
                Connection connection = connect(engines.properties(), "yici_site")) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                var shown = connection.createStatement().executeQuery("show " + setting);
                assertThat(shown.next()).isTrue();
                assertThat(shown.getString(1)).as(setting).isEqualTo("on");
            }
        }
    }

    static Connection connect(Map<String, String> settings, String role) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.get("yici.database.host")});
        source.setPortNumbers(new int[] {Integer.parseInt(settings.get("yici.database.port"))});
        source.setDatabaseName(settings.get("yici.database.name"));
        source.setUser(role);
        source.setPassword(settings.get("yici.database.password-of." + role));
        return source.getConnection();
    }
}
