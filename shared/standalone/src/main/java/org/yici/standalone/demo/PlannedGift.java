package org.yici.standalone.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One gift of the demo year.
 *
 * @param number its place in the scenario, from which its idempotency key is made
 * @param amount fen
 * @param phone the donor's mobile number, null for a donor who left none
 * @param name given with the phone only; most donors stay anonymous
 * @param place where the QR code hung
 */
record PlannedGift(
        int number,
        Instant at,
        String campaign,
        long amount,
        @Nullable String phone,
        @Nullable String name,
        String place) {}
