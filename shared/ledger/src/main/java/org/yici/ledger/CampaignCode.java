package org.yici.ledger;

import java.util.regex.Pattern;

/**
 * A public fundraising campaign (公开募捐活动), such as {@code daily-kindness}.
 *
 * @param value matches {@code [a-z][a-z0-9-]{0,39}}
 */
public record CampaignCode(String value) implements Comparable<CampaignCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public CampaignCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a campaign code: " + value);
        }
    }

    public static CampaignCode of(String value) {
        return new CampaignCode(value);
    }

    @Override
    public int compareTo(CampaignCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
