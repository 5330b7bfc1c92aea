package org.yici.disbursement;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** A page to be drawn: its template and what the template may use. What is null is left out, and reads as null there. */
public final class Page {

    private final Rendering.Builder<?> rendering;

    private Page(String template) {
        rendering = Rendering.view(template);
    }

    public static Page view(String template) {
        return new Page(template);
    }

    @CanIgnoreReturnValue
    public Page with(String name, @Nullable Object value) {
        if (value != null) {
            rendering.modelAttribute(name, value);
        }
        return this;
    }

    @CanIgnoreReturnValue
    public Page status(HttpStatus status) {
        rendering.status(status);
        return this;
    }

    public Rendering build() {
        return rendering.build();
    }
}
