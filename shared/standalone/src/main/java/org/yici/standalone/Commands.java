package org.yici.standalone;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an operator can ask for by one word after the program's name. A command joins the edition that runs on the data
 * folder, else the engines that the environment names, else it starts the folder's own engines for as long as it needs.
 */
final class Commands {

    private static final int UNKNOWN = 2;

    private static final Map<String, Command> ALL =
            new TreeMap<>(Map.of("audit", new AuditCommand(), "rebuild", new RebuildCommand()));

    private Commands() {}

    static boolean isKnown(String word) {
        return ALL.containsKey(word);
    }

    /** Answers the exit code: 0 when all is well, 1 when something is wrong, 2 for a word that is no command. */
    static int run(String word, Options options, Console console) throws Exception {
        Command command = ALL.get(word);
        if (command == null) {
            console.say("command.unknown", word, String.join(" ", ALL.keySet()));
            return UNKNOWN;
        }
        try (CommandEngines engines = CommandEngines.of(options, System.getenv(), command.needsKafka())) {
            return command.run(engines, options, console) ? 0 : 1;
        }
    }

    /** One of them. */
    interface Command {

        boolean needsKafka();

        /** Answers whether all is well; what is not has been printed. */
        boolean run(CommandEngines engines, Options options, Console console) throws Exception;
    }
}
