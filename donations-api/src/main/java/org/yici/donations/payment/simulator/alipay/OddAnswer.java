package org.yici.donations.payment.simulator.alipay;

/** What an answer may look like that cannot be believed. The request has had its effect. */
public enum OddAnswer {
    NOT_JSON,
    EMPTY_JSON,
    NOT_SIGNED,
    /** Signed by somebody else. */
    FORGED,
    /** Alipay's own trouble ({@code isp.unknow-error}); nothing is said of the request. */
    TROUBLE,
    /** The same without the sub-code by which the SDK tells success from failure. */
    TROUBLE_WITHOUT_SUB_CODE
}
