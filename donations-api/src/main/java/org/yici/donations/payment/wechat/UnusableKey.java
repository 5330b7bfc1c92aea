package org.yici.donations.payment.wechat;

/** Why a text is not the key that it should be; goes on after "it" and holds nothing of the text. */
final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableKey(String why) {
        super(why);
    }
}
