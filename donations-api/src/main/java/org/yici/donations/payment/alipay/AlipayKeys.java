package org.yici.donations.payment.alipay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.yici.platform.outcome.RefusedStart;

/**
 * RSA keys as operators have them: PEM, the bare base64 that Alipay's key tool prints, or the path of a file with either. The
 * SDK takes anything for a key and fails at the first payment, so they are parsed at start. No value is ever repeated.
 */
final class AlipayKeys {

    private static final int LEAST_BITS = 2048;
    private static final String DER_IN_BASE64 = "MII";

    private AlipayKeys() {}

    /** @throws RefusedStart naming {@code variable} */
    static RSAPrivateCrtKey privateKey(String variable, String value) {
        String text = text(variable, value);
        if (text.contains("BEGIN RSA PRIVATE KEY")) {
            throw new RefusedStart(
                    variable + " is in the form PKCS#1: `openssl pkcs8 -topk8 -nocrypt` makes PKCS#8 of it.");
        }
        try {
            byte[] der = der(text);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            return longEnough(variable, key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException wrong) {
            throw new RefusedStart(variable + " is no RSA private key in the form PKCS#8 (PEM or base64).");
        }
    }

    /** @throws RefusedStart naming {@code variable} */
    static RSAPublicKey publicKey(String variable, String value) {
        String text = text(variable, value);
        if (text.contains("BEGIN CERTIFICATE")) {
            throw new RefusedStart(variable + " is a certificate: choose keys, not certificates, in Alipay's console.");
        }
        try {
            byte[] der = der(text);
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            return longEnough(variable, key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException wrong) {
            throw new RefusedStart(variable + " is no RSA public key (PEM or base64).");
        }
    }

    private static String text(String variable, String value) {
        if (value.contains("-----BEGIN") || value.startsWith(DER_IN_BASE64)) {
            return value;
        }
        try {
            return Files.readString(Path.of(value));
        } catch (IOException | InvalidPathException wrong) {
            throw new RefusedStart(variable + " is neither a key nor the path of a file that can be read.");
        }
    }

    /** Line breaks may have become {@code \n} on their way through an environment variable. */
    private static byte[] der(String text) {
        String lines = text.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "");
        return Base64.getDecoder().decode(lines.replaceAll("\\s", ""));
    }

    private static <K extends RSAKey> K longEnough(String variable, K key) {
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw new RefusedStart(variable + " is shorter than " + LEAST_BITS + " bits.");
        }
        return key;
    }
}
