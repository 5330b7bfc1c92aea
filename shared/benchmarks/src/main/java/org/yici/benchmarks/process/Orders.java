package org.yici.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The working side of a {@link ChildJvm}: reads orders from standard input, one a line, and answers each with a line. */
public final class Orders {

    private Orders() {}

    /** What an order is answered with. */
    public interface Work {
        Line answer(Line order) throws Exception;
    }

    /** Works until standard input ends, which it does when the parent is gone, whatever ended it. */
    public static void serve(Work work) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                out.println(answer(work, Line.parse(order)));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Line answer(Work work, Line order) {
        try {
            return work.answer(order);
        } catch (Exception broken) {
            broken.printStackTrace();
            return Line.of("failed").with("why", broken);
        }
    }
}
