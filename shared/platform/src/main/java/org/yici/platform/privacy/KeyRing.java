package org.yici.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two key sets of an installation: one encrypts fields, one makes blind indexes.
 *
 * @param demo made by a demo for itself: production does not accept it
 */
record KeyRing(boolean demo, KeysetHandle fields, KeysetHandle index) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    static KeyRing fresh(boolean demo) throws GeneralSecurityException {
        return new KeyRing(
                demo,
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** The same ring with a new key for what is encrypted from now on; the old ones still read. */
    KeyRing withNewFieldKey() throws GeneralSecurityException {
        KeysetHandle.Builder.Entry newest = KeysetHandle.generateEntryFromParameters(
                        PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        return new KeyRing(
                demo, KeysetHandle.newBuilder(fields).addEntry(newest).build(), index);
    }

    FieldCipher cipher() throws GeneralSecurityException {
        return new FieldCipher(fields.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    BlindIndex blindIndex() throws GeneralSecurityException {
        return new BlindIndex(index.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    String toJson() throws GeneralSecurityException {
        ObjectNode ring = JSON.createObjectNode();
        ring.put("v", 1).put("demo", demo);
        ring.set("fields", JSON.readTree(json(fields)));
        ring.set("index", JSON.readTree(json(index)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ring);
    }

    static KeyRing parse(String json) throws GeneralSecurityException {
        JsonNode ring = JSON.readTree(json);
        if (ring.path("v").asInt(0) != 1) {
            throw new GeneralSecurityException("Not a key file of version 1");
        }
        return new KeyRing(ring.path("demo").asBoolean(true), keyset(ring, "fields"), keyset(ring, "index"));
    }

    private static KeysetHandle keyset(JsonNode ring, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(ring.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
