package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "0, 0",
        "12.5, 1250",
        "0.01, 1",
        "¥500, 50000",
        "￥ 3.20元, 320",
        "' 2040650.00 ', 204065000",
        "92233720368547758.07, 9223372036854775807"
    })
    void yuanAreReadExactly(String text, long fen) {
        assertThat(Money.parseYuan(text).money()).contains(Money.ofFen(fen));
    }

    @ParameterizedTest
    @CsvSource({
        "270.767元, too-many-decimals",
        "0.001, too-many-decimals",
        "'1,000', thousands-separator",
        "'2,040,650.00', thousands-separator",
        "-5, negative",
        "(5), negative",
        "'', empty",
        "'  ', empty",
        "abc, not-a-number",
        "1e3, not-a-number",
        "270.767万元, not-a-number",
        "１２, not-a-number",
        "1., not-a-number",
        "92233720368547758.08, too-large",
    })
    void whatIsNoExactAmountIsRefusedWithItsReason(String text, String word) {
        assertThat(Money.parseYuan(text).<String>fold(Money::yuan, ParsedMoney.Flaw::word))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "123450, '1,234.50'",
        "0, 0.00",
        "5, 0.05",
        "-5, -0.05",
        "204065000, '2,040,650.00'",
        "-123456, '-1,234.56'"
    })
    void figuresForReadersHaveSeparatorsAndTwoDecimals(long fen, String figures) {
        assertThat(Money.ofFen(fen).yuan()).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 壹仟元整",
        "0, 零元整",
        "1, 壹分",
        "50, 伍角整",
        "105, 壹元零伍分",
        "1050, 壹拾元伍角整",
        "168032, 壹仟陆佰捌拾元叁角贰分",
        "10070003, 壹拾万零柒佰元零叁分",
        "204065000, 贰佰零肆万零陆佰伍拾元整",
        "10000000000, 壹亿元整",
        "10001000000, 壹亿零壹万元整",
        "10000000100, 壹亿零壹元整",
        "100000000, 壹佰万元整",
        "600750, 陆仟零柒元伍角整",
    })
    void capitalsFollowTheFiscalCustom(long fen, String capitals) {
        assertThat(Money.ofFen(fen).inCapitals()).isEqualTo(capitals);
    }

    @Test
    void sumsBeyondTheRangeAreRefusedNotWrapped() {
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
