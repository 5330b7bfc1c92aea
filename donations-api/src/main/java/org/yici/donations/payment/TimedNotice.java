package org.yici.donations.payment;

import java.time.Instant;

/** A notice with the program time at which it was handed in. */
record TimedNotice(PaidNotice notice, Instant at) {}
