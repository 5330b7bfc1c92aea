package org.yici.donations.payment.order;

/** @param body as it is sent, UTF-8; empty for none */
public record Reply(int status, String contentType, String body) {}
