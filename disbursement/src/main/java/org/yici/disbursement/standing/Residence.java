package org.yici.disbursement.standing;

/** By which standard a household lives: that of the town or of the country. */
public enum Residence {
    URBAN,
    RURAL;

    public String messageKey() {
        return "standing.residence." + name();
    }
}
