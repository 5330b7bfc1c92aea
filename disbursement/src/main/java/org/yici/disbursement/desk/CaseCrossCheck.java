package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.report.Answer;
import org.yici.disbursement.crosscheck.report.Basis;
import org.yici.disbursement.crosscheck.report.Evidence;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.report.Report;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.MemberId;
import org.yici.platform.web.Figures;
import org.yici.platform.web.Language;

/**
 * What extracts say of a case's household, for the person who looks. Public methods are for the template, which knows the
 * reader's language.
 *
 * @param reports the newest first
 * @param answers by findings' keys, oldest first
 * @param rules the versions that the reports name
 * @param openNames whether the reader may read names
 */
record CaseCrossCheck(
        List<Report> reports,
        Map<String, List<Answer>> answers,
        List<RuleVersion> rules,
        Household household,
        Map<String, String> staffNames,
        CheckWords words,
        boolean openNames,
        boolean mayCheck,
        boolean mayAnswer) {

    public @Nullable Report newest() {
        return reports.isEmpty() ? null : reports.get(0);
    }

    /** Reports that a later one stands beside. */
    public List<Report> earlier() {
        return reports.size() < 2 ? List.of() : reports.subList(1, reports.size());
    }

    public List<Answer> answers(Finding finding) {
        return answers.getOrDefault(finding.key(), List.of());
    }

    public long waiting() {
        Report newest = newest();
        return newest == null
                ? 0
                : newest.content().findings().stream()
                        .filter(finding -> answers(finding).isEmpty())
                        .count();
    }

    public String says(Finding finding, String lang) {
        return rules.stream()
                .filter(rule -> rule.id().toString().equals(finding.version()))
                .map(rule -> rule.words().in(lang))
                .findAny()
                .orElse(finding.rule());
    }

    /** From when on the rule says so. */
    public @Nullable LocalDate since(Finding finding) {
        return rules.stream()
                .filter(rule -> rule.id().toString().equals(finding.version()))
                .map(RuleVersion::from)
                .findAny()
                .orElse(null);
    }

    /** Whom it is about; null where it is the household together. */
    public @Nullable String who(Finding finding) {
        String id = finding.member();
        return id == null
                ? null
                : household
                        .member(new MemberId(UUID.fromString(id)))
                        .map(member -> openNames ? member.name() : member.maskedName())
                        .orElse(null);
    }

    public String rests(Report report, Evidence evidence, String lang) {
        Locale locale = locale(lang);
        Map<Long, String> senders = report.content().basis().extracts().stream()
                .collect(Collectors.toMap(Basis.Source::number, source -> sender(source, locale)));
        return words.rests(evidence, senders, locale);
    }

    /** 公安局交警大队 车辆（截至 2018-01-31）. */
    public String sender(Basis.Source source, String lang) {
        return sender(source, locale(lang));
    }

    private String sender(Basis.Source source, Locale locale) {
        return words.text(
                "crosscheck.sender",
                locale,
                source.department(),
                words.text(ExtractKind.valueOf(source.kind()).messageKey(), locale),
                Figures.in(locale).date(source.day()));
    }

    public String unchecked(Report report, String lang) {
        Locale locale = locale(lang);
        return report.content().basis().unchecked().stream()
                .map(kind -> words.text(ExtractKind.valueOf(kind).messageKey(), locale))
                .collect(Collectors.joining(words.text("list.comma", locale)));
    }

    public String name(String username) {
        return Objects.requireNonNullElse(staffNames.get(username), username);
    }

    private static Locale locale(String lang) {
        return "en".equals(lang) ? Language.EN : Language.ZH;
    }
}
