package org.yici.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * Addresses of static files with the fingerprint of their content in the name, so that a browser may keep them for ever.
 * The same files with the same names lie in every service's jar; Spring's content version resolver serves them.
 */
public final class Assets {

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** The address of {@code name}, for example {@code yici.css} → {@code /assets/yici-3f….css}. */
    public String url(String name) {
        return urls.computeIfAbsent(name, Assets::fingerprinted);
    }

    private static String fingerprinted(String name) {
        int dot = name.lastIndexOf('.');
        return "/assets/" + name.substring(0, dot) + "-" + hash(find(name)) + name.substring(dot);
    }

    private static Resource find(String name) {
        for (String location : AssetsConfiguration.LOCATIONS) {
            Resource resource = new ClassPathResource(location + name);
            if (resource.exists()) {
                return resource;
            }
        }
        throw new IllegalArgumentException("no such asset: " + name);
    }

    /** The same digest that Spring's {@code ContentVersionStrategy} compares with. */
    private static String hash(Resource resource) {
        try {
            return DigestUtils.md5DigestAsHex(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
