package org.yici.disbursement.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.question.Question;

/**
 * A question as its page shows it.
 *
 * @param register who or what stands on the register
 * @param said what stands against it
 */
record QuestionView(String id, String kind, Side register, Side said, List<Choice> choices, Question question) {

    /** @param address of the household; null for what is on no register yet */
    record Side(String title, List<String> lines, @Nullable String address) {}

    /** @param words what it means and what follows */
    record Choice(String word, String words) {}
}
