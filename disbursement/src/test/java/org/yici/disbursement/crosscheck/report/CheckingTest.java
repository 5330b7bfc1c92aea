package org.yici.disbursement.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.extract.ExtractRow;
import org.yici.disbursement.crosscheck.rule.Condition.All;
import org.yici.disbursement.crosscheck.rule.Condition.Comparison;
import org.yici.disbursement.crosscheck.rule.Operand;
import org.yici.disbursement.crosscheck.rule.Operator;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.disbursement.crosscheck.rule.Yardsticks;

@DisplayName("Rules find what they ask for, and nothing else")
class CheckingTest {

    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final UUID WANG = UUID.randomUUID();
    private static final UUID LI = UUID.randomUUID();
    private static final Map<Long, ExtractKind> KINDS =
            Map.of(1L, ExtractKind.VEHICLES, 2L, ExtractKind.PROPERTY, 3L, ExtractKind.PROPERTY);

    private static RuleVersion rule(ExtractKind kind, int atLeast, Comparison... comparisons) {
        return new RuleVersion(
                UUID.randomUUID(),
                "rule",
                LocalDate.of(2017, 1, 1),
                kind,
                new All(List.of(comparisons)),
                atLeast,
                Severity.NOTE,
                new RuleVersion.Words("规则", "rule"),
                "",
                true,
                RuleVersion.State.APPROVED,
                "admin",
                Instant.EPOCH,
                "approver");
    }

    private static Hit hit(UUID member, long extract, int row, Map<Column, String> facts) {
        return new Hit(HOUSEHOLD, member, "王桂兰", new ExtractId(extract), new ExtractRow(row, facts));
    }

    private static List<Finding> find(RuleVersion rule, Hit... hits) {
        return new Checking(KINDS, List.of(rule), Yardsticks.NONE).findings(List.of(hits));
    }

    @Test
    @DisplayName("person by person, each with every row about it")
    void people() {
        List<Finding> findings = find(
                rule(ExtractKind.VEHICLES, 1),
                hit(WANG, 1, 3, Map.of()),
                hit(WANG, 1, 9, Map.of()),
                hit(LI, 1, 4, Map.of()),
                hit(LI, 2, 4, Map.of()));
        assertThat(findings).extracting(Finding::member).containsExactly(WANG.toString(), LI.toString());
        assertThat(findings.get(0).evidence()).extracting(Evidence::row).containsExactly(3, 9);
    }

    @Test
    @DisplayName("several of a household count together, one house of two owners or in two extracts once")
    void together() {
        RuleVersion several = rule(ExtractKind.PROPERTY, 2);
        Hit mine = hit(WANG, 2, 1, Map.of(Column.CERTIFICATE, "A0001"));
        Hit ours = hit(LI, 2, 2, Map.of(Column.CERTIFICATE, "A0001"));
        Hit again = hit(LI, 3, 7, Map.of(Column.CERTIFICATE, "A0001"));
        Hit another = hit(LI, 2, 3, Map.of(Column.CERTIFICATE, "B0002"));
        assertThat(find(several, mine, ours, again)).isEmpty();
        Finding found = find(several, mine, ours, another).get(0);
        assertThat(found.member()).isNull();
        assertThat(found.evidence()).hasSize(3);
    }

    @Test
    @DisplayName("a rule that compares with a standard that is not in force is not asked, and that is said")
    void unasked() {
        Comparison income = new Comparison(Column.INCOME, Operator.OVER, new Operand.OfStandard("dibao-rural"));
        Checking checking = new Checking(Map.of(), List.of(rule(ExtractKind.TAX, 1, income)), Yardsticks.NONE);
        assertThat(checking.asked()).isEmpty();
        assertThat(Basis.of("2018-01-31", List.of(), checking).unasked()).hasSize(1);
        assertThat(Basis.of("2018-01-31", List.of(), checking).unchecked()).hasSize(ExtractKind.values().length);
    }

    @Test
    @DisplayName("evidence shows no number, no name and no home in plain")
    void masked() {
        Evidence evidence = Evidence.of(hit(
                WANG,
                2,
                5,
                Map.of(
                        Column.IDENTITY, "11010519491231002X",
                        Column.NAME, "李强",
                        Column.CERTIFICATE, "吉2017不动产权第0001234号",
                        Column.LOCATION, "三道村 12 号",
                        Column.FLOOR_AREA, "8635")));
        assertThat(evidence.otherName()).isTrue();
        assertThat(evidence.facts())
                .containsOnly(
                        Map.entry("NAME", "李**"), Map.entry("CERTIFICATE", "吉2…4号"), Map.entry("FLOOR_AREA", "8635"));
    }

    @Test
    @DisplayName("the same rows by the same version are the same question, whatever else was found")
    void keys() {
        RuleVersion rule = rule(ExtractKind.VEHICLES, 1);
        Hit car = hit(WANG, 1, 3, Map.of());
        String key = find(rule, car).get(0).key();
        assertThat(find(rule, hit(LI, 1, 2, Map.of()), car).get(1).key()).isEqualTo(key);
        assertThat(find(rule, car, hit(WANG, 1, 4, Map.of())).get(0).key()).isNotEqualTo(key);
        assertThat(find(rule(ExtractKind.VEHICLES, 1), car).get(0).key()).isNotEqualTo(key);
    }

    @Test
    @DisplayName("a report is canonical JSON that reads back as what it was, and a changed one is a defect")
    void canonical() {
        Finding finding = find(rule(ExtractKind.VEHICLES, 1), hit(WANG, 1, 3, Map.of(Column.VALUE, "5600000")))
                .get(0);
        Report.Content content = new Report.Content(
                1,
                UUID.randomUUID().toString(),
                List.of(WANG.toString()),
                Basis.of("2018-01-31", List.of(), new Checking(Map.of(), List.of(), Yardsticks.NONE)),
                List.of(finding));
        String canonical = content.canonical();
        assertThat(Report.verified(canonical, Finding.sha256(canonical))).isEqualTo(content);
        assertThat(Report.Content.read(canonical).canonical()).isEqualTo(canonical);
        assertThatThrownBy(() -> Report.verified(canonical.replace("5600000", "5500000"), Finding.sha256(canonical)))
                .isInstanceOf(IllegalStateException.class);
    }
}
