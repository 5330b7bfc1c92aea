package org.yici.platform.staff;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The person behind a request, as a controller receives it: declare a parameter of this type and it is there, or the
 * request is answered 401.
 *
 * @param username the lasting name of the account, which the audit trail and the domain store
 * @param name how colleagues call the person, for pages only
 * @param roles in the order of a grant's steps
 */
public record StaffMember(String username, String name, Set<Role> roles) {
    public StaffMember {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether this is the person of that account: the question of every separation of duties. */
    public boolean is(String otherUsername) {
        return username.equals(otherUsername);
    }
}
