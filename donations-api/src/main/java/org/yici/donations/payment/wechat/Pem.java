package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Keys as WeChat Pay hands them out. Read by the SDK's own reader, once it is clear what they are. */
final class Pem {

    private static final String BEGIN = "-----BEGIN ";

    private Pem() {}

    /** @param given PEM itself, line ends perhaps written as {@code \n}, or the path of a file */
    static String text(String given) {
        if (given.contains(BEGIN)) {
            return given.replace("\\n", "\n");
        }
        try {
            return Files.readString(Path.of(given));
        } catch (IOException | InvalidPathException unreadable) {
            throw new UnusableKey("is neither PEM nor the path of a file that can be read");
        }
    }

    static PrivateKey privateKey(String pem) {
        if (pem.contains(BEGIN + "RSA PRIVATE KEY")) {
            throw new UnusableKey("is PKCS#1; `openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pem` makes it PKCS#8");
        }
        requireKind(pem, "PRIVATE KEY");
        try {
            return PemUtil.loadPrivateKeyFromString(pem);
        } catch (IllegalArgumentException wrong) {
            throw new UnusableKey("cannot be read as an RSA private key");
        }
    }

    static PublicKey publicKey(String pem) {
        if (pem.contains(BEGIN + "CERTIFICATE")) {
            throw new UnusableKey("is a certificate");
        }
        requireKind(pem, "PUBLIC KEY");
        try {
            return PemUtil.loadPublicKeyFromString(pem);
        } catch (IllegalArgumentException wrong) {
            throw new UnusableKey("cannot be read as an RSA public key");
        }
    }

    private static void requireKind(String pem, String kind) {
        if (!pem.contains(BEGIN + kind + "-----")) {
            throw new UnusableKey("does not begin with " + BEGIN + kind + "-----");
        }
    }
}
