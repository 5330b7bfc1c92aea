package org.yici.site.outcome;

import java.util.List;

/** What visits after grants ask, by the words that are published, with the answers that are known here. */
public enum Question {
    USE("use", Outcomes.KINDS, "USED_AS_MEANT", "PARTLY", "NOT_USED_YET", "MISUSED", "MOVED_AWAY", "DIED"),
    SCHOOL("school", List.of("schooling"), "STAYS", "PROMOTED", "GRADUATED", "LEFT"),
    TREATMENT("treatment", List.of("medical"), "FINISHED", "GOES_ON");

    private final String word;
    private final List<String> kinds;
    private final List<String> answers;

    Question(String word, List<String> kinds, String... answers) {
        this.word = word;
        this.kinds = kinds;
        this.answers = List.of(answers);
    }

    public String word() {
        return word;
    }

    /** Of aid, for which it is asked. */
    public List<String> kinds() {
        return kinds;
    }

    public List<String> answers() {
        return answers;
    }
}
