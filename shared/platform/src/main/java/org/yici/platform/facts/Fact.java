package org.yici.platform.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The published language: what the public learns besides journals. Each kind is a record; its {@link #type()} and the
 * keys of its {@link #body()} are public formats, versioned, each with a golden vector in the tests. None holds personal
 * data or a pseudonym, and none holds words typed about a person.
 */
public sealed interface Fact {

    String type();

    /** What it says, ready for canonical JSON: maps, lists, texts, whole numbers and booleans. */
    Map<String, Object> body();

    /** Groups the facts about one thing, as the Kafka key. */
    String key();

    /** A text in both languages of the pages. */
    record Words(String zh, String en) {
        Map<String, Object> body() {
            return Map.of("zh", zh, "en", en);
        }
    }

    /** A fund that gifts may be restricted to. */
    record FundOpened(String code, Words name) implements Fact {
        @Override
        public String type() {
            return "fund-opened";
        }

        @Override
        public String key() {
            return "fund:" + code;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("code", code, "name", name.body());
        }
    }

    /** An amount that a campaign proposes (fen) and what it does. */
    record Chip(long amount, Words does) {
        Map<String, Object> body() {
            return Map.of("amount", amount, "does", does.body());
        }
    }

    /** A campaign with the particulars that the Charity Law (2023) §22–27 wants to be seen. Times are RFC 3339. */
    record CampaignOpened(
            String code,
            String fund,
            Words title,
            Words purpose,
            Words story,
            List<Chip> chips,
            long goal,
            String filingNumber,
            String qualification,
            Words organisation,
            String contact,
            String platformLink,
            String opensAt,
            @Nullable String closesAt)
            implements Fact {
        @Override
        public String type() {
            return "campaign-opened";
        }

        @Override
        public String key() {
            return "campaign:" + code;
        }

        @Override
        public Map<String, Object> body() {
            Map<String, Object> body = new TreeMap<>(Map.of(
                    "code",
                    code,
                    "fund",
                    fund,
                    "title",
                    title.body(),
                    "purpose",
                    purpose.body(),
                    "story",
                    story.body(),
                    "chips",
                    chips.stream().map(Chip::body).toList(),
                    "goal",
                    goal,
                    "filingNumber",
                    filingNumber,
                    "qualification",
                    qualification,
                    "organisation",
                    organisation.body()));
            body.put("contact", contact);
            body.put("platformLink", platformLink);
            body.put("opensAt", opensAt);
            if (closesAt != null) {
                body.put("closesAt", closesAt);
            }
            return body;
        }
    }

    record CampaignClosed(String code) implements Fact {
        @Override
        public String type() {
            return "campaign-closed";
        }

        @Override
        public String key() {
            return "campaign:" + code;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("code", code);
        }
    }

    /**
     * A grant was awarded (fen).
     *
     * @param kind {@code schooling}, {@code medical} or {@code hardship}
     * @param township null where fewer than five people had this kind of aid there: it could tell who
     */
    record AwardMade(String grant, String kind, @Nullable String township, List<String> funds, long amount)
            implements Fact {
        @Override
        public String type() {
            return "award-made";
        }

        @Override
        public String key() {
            return "grant:" + grant;
        }

        @Override
        public Map<String, Object> body() {
            Map<String, Object> body =
                    new TreeMap<>(Map.of("grant", grant, "kind", kind, "funds", funds, "amount", amount));
            if (township != null) {
                body.put("township", township);
            }
            return body;
        }
    }

    /** A grant reached its household; says whether this person and this household were helped for the first time. */
    record GrantPaid(String grant, boolean newPerson, boolean newHousehold) implements Fact {
        @Override
        public String type() {
            return "grant-paid";
        }

        @Override
        public String key() {
            return "grant:" + grant;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("grant", grant, "newPerson", newPerson, "newHousehold", newHousehold);
        }
    }

    /** A confirmed payout came back after all; says whether a person and a household are no longer among the helped. */
    record GrantUnpaid(String grant, boolean personGone, boolean householdGone) implements Fact {
        @Override
        public String type() {
            return "grant-unpaid";
        }

        @Override
        public String key() {
            return "grant:" + grant;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("grant", grant, "personGone", personGone, "householdGone", householdGone);
        }
    }

    /** The household confirmed that the money arrived. */
    record ReceiptConfirmed(String grant) implements Fact {
        @Override
        public String type() {
            return "receipt-confirmed";
        }

        @Override
        public String key() {
            return "grant:" + grant;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("grant", grant);
        }
    }

    /**
     * Visits after grants found this, of five people or more together: it names no grant, no person and no place.
     *
     * @param kind of aid
     * @param question {@code use}, {@code school} or {@code treatment}
     * @param answer to that question, such as {@code USED_AS_MEANT}
     * @param visits how many more visits found it
     */
    record OutcomesTold(String kind, String question, String answer, long visits) implements Fact {
        @Override
        public String type() {
            return "outcomes-told";
        }

        @Override
        public String key() {
            return "outcomes:" + kind;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("kind", kind, "question", question, "answer", answer, "visits", visits);
        }
    }

    /** A public notice ended and its list came down; the salted hash (hex) of what it showed stays. */
    record NoticeEnded(String notice, String hash) implements Fact {
        @Override
        public String type() {
            return "notice-ended";
        }

        @Override
        public String key() {
            return "notice:" + notice;
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("notice", notice, "hash", hash);
        }
    }
}
