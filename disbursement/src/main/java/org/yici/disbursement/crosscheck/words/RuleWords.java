package org.yici.disbursement.crosscheck.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.platform.web.Language;

/** What each version of a rule says, in one language. */
public record RuleWords(Map<String, String> byVersion) {

    public static RuleWords of(List<RuleVersion> versions, Locale locale) {
        String language = Language.code(locale);
        return new RuleWords(versions.stream()
                .collect(Collectors.toMap(version -> version.id().toString(), version -> version.words()
                        .in(language))));
    }

    public String of(String version) {
        return byVersion.getOrDefault(version, version);
    }
}
