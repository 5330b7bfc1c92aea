package org.yici.disbursement.household;

import org.jspecify.annotations.Nullable;

/** Where a household lives: names, and their division codes where the county's list knows them. */
public record Place(
        String township,
        @Nullable String townshipCode,
        @Nullable String village,
        @Nullable String villageCode) {}
