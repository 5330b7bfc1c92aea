package org.yici.platform.staff;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail of what staff did, which the application can only append to ({@code staff.act}: the database refuses update
 * and delete even to its owner).
 */
@Component
public final class AuditTrail {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final DatabaseClient database;

    AuditTrail(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Appends one act inside the caller's transaction, so that the act and its trace stand or fall together.
     *
     * @param act what was done, a machine word such as {@code application-reviewed}
     * @param subject the id of what it was done to
     * @param detail ids, machine words and amounts in fen only: never a name, a number of a person, or typed words
     */
    public Mono<Void> record(StaffMember actor, String act, String subject, Map<String, ?> detail) {
        return database.sql("select staff.record_act(:actor, :act, :subject, cast(:detail as jsonb))")
                .bind("actor", actor.username())
                .bind("act", act)
                .bind("subject", subject)
                .bind("detail", JSON.writeValueAsString(detail))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
