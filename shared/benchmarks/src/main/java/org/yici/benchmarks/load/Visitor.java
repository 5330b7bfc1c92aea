package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What happens on one connection: a request, its answer, the next request. */
interface Visitor {

    /** The next request, ready to be written; null when this visitor has had enough. */
    @Nullable
    ByteBuffer next();

    /** @param nanos from the request's writing to the answer's last byte */
    void answered(Response answer, long nanos);

    /** The connection broke, or the answer never came. */
    void lost(String why);
}
