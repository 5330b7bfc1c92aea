package org.yici.donations.payment.order;

import java.time.Instant;
import org.springframework.http.HttpHeaders;

/**
 * A notice as it came in, unread.
 *
 * @param way the last part of its address, for providers that send different things to different addresses
 * @param at wall clock
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, read once
public record ProviderRequest(String way, HttpHeaders headers, byte[] body, Instant at) {}
