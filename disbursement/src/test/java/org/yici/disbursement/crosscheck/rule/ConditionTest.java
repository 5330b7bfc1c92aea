package org.yici.disbursement.crosscheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.Condition.All;
import org.yici.disbursement.crosscheck.rule.Condition.Any;
import org.yici.disbursement.crosscheck.rule.Condition.Comparison;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;

@DisplayName("A condition is read, written and asked")
class ConditionTest {

    private static final Yardsticks COUNTY = new Yardsticks(Map.of("dibao-urban", 540_000L, "dibao-rural", 400_000L));

    @ParameterizedTest(name = "{0} of {2} {3}: {4}")
    @CsvSource({
        "价值 > 30000,VEHICLES,VALUE,3000000,false",
        "价值 > 30000,VEHICLES,VALUE,3000001,true",
        "VALUE>=30000.00,VEHICLES,VALUE,3000000,true",
        "登记日期 >= 2015-01-01,VEHICLES,SINCE,2014-12-31,false",
        "登记日期 >= 2015-01-01,VEHICLES,SINCE,2015-01-01,true",
        "登记状态 != 注销,BUSINESS,STATUS,注销,false",
        "登记状态 != 注销,BUSINESS,COMPANY,小店,true",
        "险种 ~ 职工,SOCIAL_INSURANCE,INSURANCE,企业职工养老,true",
        "险种 ~ 职工,SOCIAL_INSURANCE,INSURANCE,城乡居民养老,false",
        "建筑面积 > 90.5,PROPERTY,FLOOR_AREA,9051,true",
        "月养老金 > @dibao-urban,SOCIAL_INSURANCE,PENSION,45000,false",
        "月养老金 > @dibao-urban,SOCIAL_INSURANCE,PENSION,45001,true",
        "年收入 > @dibao-rural,TAX,INCOME,400000,false",
        "年收入 > @dibao-rural,TAX,INCOME,400001,true",
    })
    void asked(String text, ExtractKind kind, Column column, String fact, boolean holds) {
        assertThat(ConditionText.of(text, kind).holds(Map.of(column, fact), COUNTY))
                .isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "价值 > 三万,VEHICLES,input.crosscheck.condition.value",
        "价值 ~ 3,VEHICLES,input.crosscheck.condition.operator",
        "品牌型号 > A,VEHICLES,input.crosscheck.condition.operator",
        "年收入 > 3,VEHICLES,input.crosscheck.condition.column",
        "身份证号 = 1,VEHICLES,input.crosscheck.condition.column",
        "价值 > @dibao-rural,VEHICLES,input.crosscheck.condition.value",
        "价值 大于 3,VEHICLES,input.crosscheck.condition.line",
        "或,VEHICLES,input.crosscheck.condition.or",
    })
    @DisplayName("and refused with what is wrong with it")
    void refused(String text, ExtractKind kind, String key) {
        FieldErrors errors = new FieldErrors();
        ConditionText.read(text, kind, errors);
        try {
            errors.throwIfAny();
        } catch (InvalidInput no) {
            assertThat(no.errors().get(0).messageKey()).isEqualTo(key);
            return;
        }
        throw new AssertionError("not refused");
    }

    @Property
    @Label("what is written is read as the same, and the same facts meet it")
    void writtenAndRead(@ForAll("conditions") Condition condition, @ForAll("facts") Map<Column, String> facts) {
        Condition read = ConditionText.of(ConditionText.write(condition), ExtractKind.PROVIDENT_FUND);
        assertThat(read).isEqualTo(condition);
        assertThat(read.holds(facts, COUNTY)).isEqualTo(condition.holds(facts, COUNTY));
    }

    @Property
    @Label("a comparison and its opposite never agree on what is said")
    void opposites(@ForAll("figures") long fact, @ForAll("figures") long value) {
        Map<Column, String> facts = Map.of(Column.MONTHLY, Long.toString(fact));
        assertThat(compare(Operator.OVER, value).holds(facts, COUNTY))
                .isNotEqualTo(compare(Operator.AT_MOST, value).holds(facts, COUNTY));
        assertThat(compare(Operator.UNDER, value).holds(facts, COUNTY))
                .isNotEqualTo(compare(Operator.AT_LEAST, value).holds(facts, COUNTY));
        assertThat(compare(Operator.IS, value).holds(facts, COUNTY))
                .isNotEqualTo(compare(Operator.IS_NOT, value).holds(facts, COUNTY));
    }

    private static Comparison compare(Operator operator, long value) {
        return new Comparison(Column.MONTHLY, operator, new Operand.Figure(value));
    }

    @Provide
    Arbitrary<Long> figures() {
        return Arbitraries.longs().between(0, 500).map(n -> n * 100);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Operand> operand = Arbitraries.oneOf(
                figures().map(Operand.Figure::new),
                Arbitraries.of("dibao-urban").map(Operand.OfStandard::new));
        Arbitrary<Condition> one = Combinators.combine(
                        Arbitraries.of(Operator.OVER, Operator.AT_LEAST, Operator.UNDER, Operator.IS_NOT), operand)
                .as((operator, value) -> new Comparison(Column.MONTHLY, operator, value));
        Arbitrary<Condition> all = one.list().ofMinSize(1).ofMaxSize(3).map(All::new);
        return Arbitraries.oneOf(
                all,
                Arbitraries.just((Condition) new All(List.of())),
                all.list().ofMinSize(2).ofMaxSize(3).map(Any::new));
    }

    @Provide
    Arbitrary<Map<Column, String>> facts() {
        return Arbitraries.oneOf(
                figures().map(fen -> Map.of(Column.MONTHLY, Long.toString(fen))), Arbitraries.just(Map.of()));
    }
}
