package org.yici.platform.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The people of the demo world, invented, with one password that everybody knows. They are there before the first
 * request is answered; a production start refuses to run beside them ({@link ProductionRefusal}).
 */
@Component
@ConditionalOnExpression("${yici.demo} and ${yici.staff-sign-in:false}")
public final class DemoStaff implements SmartLifecycle {
    public static final String PASSWORD = "yici-demo";

    /** One for each role, and {@code deputy}, who holds four, so that the separation of duties can be seen. */
    public static final List<StaffMember> ALL = read();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient database;
    private final Passwords passwords;
    private volatile boolean running;

    DemoStaff(DatabaseClient database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /** The demo person of that username. */
    public static StaffMember named(String username) {
        return ALL.stream().filter(member -> member.is(username)).findFirst().orElseThrow();
    }

    /** Makes the accounts that are missing. One hash serves them all: the password is no secret, and hashing is slow. */
    Mono<Void> ensure() {
        return database.sql("select staff.demo_accounts() as there")
                .map(row -> row.get("there", Long.class))
                .one()
                .filter(there -> there < ALL.size())
                .flatMap(some -> passwords.hash(PASSWORD))
                .flatMapMany(hash -> Flux.fromIterable(ALL).concatMap(member -> add(member, hash)))
                .then();
    }

    private Mono<Long> add(StaffMember member, String hash) {
        return database.sql("select staff.add_demo_account(:username, :name, :hash, :roles)")
                .bind("username", member.username())
                .bind("name", member.name())
                .bind("hash", hash)
                .bind("roles", member.roles().stream().map(Role::word).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public void start() {
        ensure().block(PATIENCE);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server opens and before the demo is played. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }

    private static List<StaffMember> read() {
        try {
            return new ClassPathResource("staff/demo-accounts.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(","))
                    .map(part -> new StaffMember(
                            part[0],
                            part[1],
                            Arrays.stream(part[2].split(" ")).map(Role::of).collect(Collectors.toSet())))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
