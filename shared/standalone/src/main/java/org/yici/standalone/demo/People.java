package org.yici.standalone.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** Invented names and places, from a list beside this class. The same dice give the same people. */
record People(List<String> surnames, List<String> givenNames, List<String> townships, List<String> villages) {

    static People load() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                People.class.getResourceAsStream("/demo/names.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new People(
                list(words, "surnames"), list(words, "given"), list(words, "townships"), list(words, "villages"));
    }

    String surname(RandomGenerator dice) {
        return pick(surnames, dice);
    }

    String givenName(RandomGenerator dice) {
        return pick(givenNames, dice);
    }

    static <T> T pick(List<T> from, RandomGenerator dice) {
        return from.get(dice.nextInt(from.size()));
    }

    private static List<String> list(Properties words, String key) {
        return List.of(words.getProperty(key).trim().split(" "));
    }
}
