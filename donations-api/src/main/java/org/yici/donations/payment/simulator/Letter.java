package org.yici.donations.payment.simulator;

import java.util.Map;

/** A provider's notice, signed and ready to be sent. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, as they go
public record Letter(Map<String, String> headers, byte[] body) {}
