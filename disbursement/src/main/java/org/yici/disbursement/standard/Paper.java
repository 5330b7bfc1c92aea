package org.yici.disbursement.standard;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * What a standard may ask for: a paper in the county's own words, such as 录取通知书, or one of the two records that staff write
 * themselves. As an argument of a sentence it is read in the reader's language.
 */
public record Paper(String word) implements MessageSourceResolvable {

    /** A record of a visit at home, not a file. */
    public static final String HOME_VISIT = "home-visit";

    /** A record of what the neighbours said, not a file. */
    public static final String COMMUNITY_REVIEW = "community-review";

    /** A file that nobody asked for. */
    public static final String OTHER = "other";

    /** Those that are records. */
    public static final List<String> RECORDS = List.of(HOME_VISIT, COMMUNITY_REVIEW);

    private static final Set<String> OURS = Set.of(HOME_VISIT, COMMUNITY_REVIEW, OTHER);

    @Override
    public String @Nullable [] getCodes() {
        return OURS.contains(word) ? new String[] {"evidence.paper." + word} : null;
    }

    @Override
    public String getDefaultMessage() {
        return word;
    }

    /** Several as one argument of a sentence. */
    public static MessageSourceResolvable list(List<String> words) {
        Paper first = new Paper(words.get(0));
        return words.size() == 1 ? first : new Both(first, list(words.subList(1, words.size())));
    }

    private record Both(MessageSourceResolvable first, MessageSourceResolvable rest)
            implements MessageSourceResolvable {

        @Override
        public String[] getCodes() {
            return new String[] {"evidence.papers"};
        }

        @Override
        public Object[] getArguments() {
            return new Object[] {first, rest};
        }
    }
}
