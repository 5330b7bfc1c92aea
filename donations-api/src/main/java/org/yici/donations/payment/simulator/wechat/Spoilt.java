package org.yici.donations.payment.simulator.wechat;

/** What may be wrong with a good answer on its way; what was asked for is done all the same. */
public enum Spoilt {
    NOT,
    /** No signature at all. */
    UNSIGNED,
    /** Signed by somebody else. */
    FORGED,
    /** Signed ten minutes ago. */
    OLD,
    /** A page of HTML. */
    NOT_JSON,
    /** JSON without what was asked for, well signed. */
    EMPTY,
    /** The names of its headers in lower case, as some proxies write them; nothing else is wrong. */
    LOWER_CASE
}
