package org.yici.standalone.story;

import java.time.Instant;

/** The demo's clock, as a visitor moves it. */
final class ProgramTime {

    private ProgramTime() {}

    static Instant now() {
        return Instant.parse(
                Visitor.stranger().get("/sandbox/clock").expect(200).text("now"));
    }

    static Instant advance(String duration) {
        return Instant.parse(Visitor.stranger()
                .postWithoutKey("/sandbox/clock", "{\"advance\": \"" + duration + "\"}")
                .expect(200)
                .text("now"));
    }
}
