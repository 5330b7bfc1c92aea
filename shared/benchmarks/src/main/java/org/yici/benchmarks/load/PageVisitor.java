package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one page after the other. */
final class PageVisitor implements Visitor {

    private static final int FOUND = 200;

    private final PageRound round;
    private final List<ByteBuffer> requests;

    /** @param paths any of them, at random, each time */
    PageVisitor(PageRound round, List<String> paths, String encodings) {
        this.round = round;
        this.requests = paths.stream()
                .map(path -> Template.get(path, List.of("Accept-Encoding: " + encodings))
                        .copy())
                .toList();
    }

    @Override
    public @Nullable ByteBuffer next() {
        return round.isOver()
                ? null
                : requests.get(round.random.nextInt(requests.size())).rewind();
    }

    @Override
    public void answered(Response answer, long nanos) {
        if (answer.status() == FOUND) {
            round.seen(answer.bodyLength(), nanos);
        } else {
            round.error("page " + answer.status(), answer.head());
        }
    }

    @Override
    public void lost(String why) {
        round.error("lost", why);
    }
}
