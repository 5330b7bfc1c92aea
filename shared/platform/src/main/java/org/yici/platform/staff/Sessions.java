package org.yici.platform.staff;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The sessions of staff. They are kept in the shared schema, so a sign-in at one service is known to every other. */
@Component
public final class Sessions {
    /** The public site's role: it has no right on the schema, no staff page, and takes nobody for staff. */
    static final String NO_STAFF = "yici_site";

    private final DatabaseClient database;
    private final boolean staffKnown;

    Sessions(DatabaseClient database, @Value("${yici.database.role}") String role) {
        this.database = database;
        this.staffKnown = !NO_STAFF.equals(role);
    }

    /** Who holds the session; empty when it is unknown, has ended (12 h, 2 h idle), or the account is disabled. */
    public Mono<StaffMember> memberOf(SessionToken token) {
        if (!staffKnown) {
            return Mono.empty();
        }
        return database.sql("select username, name, roles from staff.member_of(:token)")
                .bind("token", token.hash())
                .map(Sessions::member)
                .one();
    }

    /** Opens a session for a name whose password was right; empty when the account is disabled or locked by now. */
    Mono<StaffMember> open(String username, SessionToken token) {
        return database.sql("select username, name, roles from staff.open_session(:username, :token)")
                .bind("username", username)
                .bind("token", token.hash())
                .map(Sessions::member)
                .one();
    }

    Mono<Void> close(SessionToken token) {
        return database.sql("select staff.close_session(:token)")
                .bind("token", token.hash())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static StaffMember member(Readable row) {
        String[] roles = Objects.requireNonNull(row.get("roles", String[].class));
        return new StaffMember(
                Objects.requireNonNull(row.get("username", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Arrays.stream(roles).map(Role::of).collect(Collectors.toUnmodifiableSet()));
    }
}
