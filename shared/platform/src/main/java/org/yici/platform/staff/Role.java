package org.yici.platform.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member of staff may do. A person may hold several roles; separation of duties is by person, not by role. */
public enum Role {
    /** Registers households, files applications, confirms receipt, follows up. */
    INTAKE,
    /** Reviews an application and posts its public notice. */
    REVIEWER,
    /** Approves or refuses a grant once its notice has ended. */
    APPROVER,
    /** Pays, sends batches to the bank, imports results. */
    CASHIER,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Keeps accounts and campaigns; decides about no grant. */
    ADMIN;

    /** The role as the interface and the database spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
