package org.yici.ledger.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.yici.ledger.FundCode;

/**
 * Fund lines as far as a question needs them: all stretches that overlap what is asked for, or simply all there are.
 * Looks up by place, so a question costs what it touches and not what there is.
 */
public final class FundLines {

    private final Map<FundCode, NavigableMap<Long, Inflow>> inflows = new TreeMap<>();
    private final Map<FundCode, NavigableMap<Long, Inflow>> returnedByOrigin = new TreeMap<>();
    private final Map<FundCode, NavigableMap<Long, Outflow>> outflows = new TreeMap<>();
    private final Map<FundCode, NavigableMap<Long, Hole>> holes = new TreeMap<>();

    public FundLines(Collection<Inflow> in, Collection<Outflow> out, Collection<Hole> cut) {
        in.forEach(inflow -> {
            put(inflows, inflow.fund(), inflow.from(), inflow);
            if (inflow.origin() != null) {
                put(returnedByOrigin, inflow.origin().fund(), inflow.origin().from(), inflow);
            }
        });
        out.forEach(outflow -> put(outflows, outflow.fund(), outflow.from(), outflow));
        cut.forEach(hole -> put(holes, hole.fund(), hole.from(), hole));
    }

    /** The gifts of one journal: one stretch for each fund that it gave to. */
    List<Inflow> gifts(long sequence) {
        return inflows.values().stream()
                .flatMap(line -> line.values().stream())
                .filter(inflow -> inflow.sequence() == sequence && inflow.origin() == null)
                .toList();
    }

    List<Outflow> taken(long sequence) {
        return outflows.values().stream()
                .flatMap(line -> line.values().stream())
                .filter(outflow -> outflow.sequence() == sequence)
                .toList();
    }

    List<Inflow> inflowsOver(Stretch asked) {
        return over(inflows, asked, Inflow::to);
    }

    List<Outflow> outflowsOver(Stretch asked) {
        return over(outflows, asked, Outflow::to);
    }

    List<Hole> holesOver(Stretch asked) {
        return over(holes, asked, Hole::to);
    }

    /** What came back of fen that lay there. */
    List<Inflow> returnedFrom(Stretch asked) {
        return over(returnedByOrigin, asked, back -> originOf(back).from() + back.length());
    }

    static Inflow.Origin originOf(Inflow back) {
        if (back.origin() == null) {
            throw new IllegalArgumentException("a gift came from nowhere else: " + back);
        }
        return back.origin();
    }

    private static <T> void put(Map<FundCode, NavigableMap<Long, T>> lines, FundCode fund, long place, T stretch) {
        lines.computeIfAbsent(fund, any -> new TreeMap<>()).put(place, stretch);
    }

    /** Stretches of one line are disjoint, so only one that begins before the place asked for can reach into it. */
    private static <T> List<T> over(
            Map<FundCode, NavigableMap<Long, T>> lines, Stretch asked, ToLongFunction<T> endOf) {
        NavigableMap<Long, T> line = lines.getOrDefault(asked.fund(), new TreeMap<>());
        List<T> found = new ArrayList<>();
        Map.Entry<Long, T> before = line.lowerEntry(asked.from());
        if (before != null && endOf.applyAsLong(before.getValue()) > asked.from()) {
            found.add(before.getValue());
        }
        found.addAll(line.subMap(asked.from(), true, asked.to(), false).values());
        return found;
    }
}
