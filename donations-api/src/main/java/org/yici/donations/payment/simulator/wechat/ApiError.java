package org.yici.donations.payment.simulator.wechat;

/** An error as API v3 answers it; those answers are not signed. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ApiError(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
