package org.yici.standalone;

/** What an operator can ask for by one word after the program's name. */
final class Commands {

    private static final int UNKNOWN = 2;

    private Commands() {}

    static boolean isKnown(String word) {
        return false;
    }

    /** Answers the exit code: 0 when all is well, 2 for a word that is no command. */
    static int run(String word, Options options, Console console) {
        console.say("command.unknown", word);
        return UNKNOWN;
    }
}
