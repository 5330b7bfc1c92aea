package org.yici.site.press;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page is printed from.
 *
 * @param fragment the part of the template to print; null for all of it
 */
public record Sheet(String template, @Nullable String fragment, Map<String, Object> model) {

    public static Sheet page(String template, Map<String, Object> model) {
        return new Sheet(template, null, model);
    }
}
