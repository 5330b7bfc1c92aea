package org.yici.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class NumbersOfPeopleTest {

    @Property
    void every_number_with_its_check_character_is_read_with_its_birth_date(@ForAll("identityNumbers") String number) {
        assertThat(IdentityNumber.fault(number)).isEmpty();
        LocalDate birth = IdentityNumber.of(number).birthDate();
        assertThat(number.substring(6, 14)).isEqualTo(birth.toString().replace("-", ""));
    }

    @Property
    void one_wrong_digit_is_always_noticed(
            @ForAll("identityNumbers") String number,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char wrong = (char) ('0' + (number.charAt(at) - '0' + by) % 10);
        String changed = number.substring(0, at) + wrong + number.substring(at + 1);
        assertThat(IdentityNumber.fault(changed)).isPresent();
    }

    @Property
    void two_neighbours_swapped_are_always_noticed(
            @ForAll("identityNumbers") String number, @ForAll @IntRange(max = 15) int at) {
        String swapped = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        assertThat(swapped.equals(number) || IdentityNumber.fault(swapped).isPresent())
                .isTrue();
    }

    @Property
    void however_it_is_typed_it_is_one_number(@ForAll("identityNumbers") String number) {
        String spaced = number.substring(0, 6) + " " + number.substring(6, 14) + "-"
                + number.substring(14).toLowerCase();
        assertThat(IdentityNumber.of(spaced)).isEqualTo(IdentityNumber.of(number));
        assertThat(IdentityNumber.of(fullWidth(number))).isEqualTo(IdentityNumber.of(number));
    }

    @Property
    void whatever_is_typed_is_a_number_or_refused_and_never_raises(@ForAll String typed) {
        assertThat(IdentityNumber.fault(typed)).isNotNull();
        assertThat(PhoneNumber.fault(typed)).isNotNull();
        assertThat(Masked.name(typed)).endsWith("**");
        assertThat(Masked.card(typed)).startsWith("**** ");
    }

    @Property
    void a_mask_and_a_log_line_hide_the_birth_date_and_the_middle(@ForAll("identityNumbers") String number) {
        assertThat(Masked.identityNumber(number)).hasSize(18).doesNotContain(number.substring(6, 14));
        assertThat(IdentityNumber.of(number).toString()).doesNotContain(number.substring(6, 14));
    }

    @Example
    void known_numbers() {
        assertThat(IdentityNumber.fault("11010519491231002X")).isEmpty();
        assertThat(IdentityNumber.fault("440524188001010014")).isEmpty();
        assertThat(IdentityNumber.of("11010519491231002x").male()).isFalse();
        assertThat(IdentityNumber.fault("110105194912310021")).contains(PrivacyReason.IDENTITY_NUMBER_CHECKSUM);
        assertThat(IdentityNumber.fault("110105194902300021")).contains(PrivacyReason.IDENTITY_NUMBER_BIRTH);
        assertThat(IdentityNumber.fault("110105491231002")).contains(PrivacyReason.IDENTITY_NUMBER_SHAPE);
        assertThatThrownBy(() -> IdentityNumber.of("110105194912310021"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1949");
    }

    @Property
    void a_phone_is_one_number_however_it_is_typed(
            @ForAll @IntRange(min = 3, max = 9) int second, @ForAll @IntRange(max = 999_999_999) int rest) {
        String digits = "1" + second + "%09d".formatted(rest);
        String grouped = digits.substring(0, 3) + "-" + digits.substring(3, 7) + " " + digits.substring(7);
        for (String typed : new String[] {
            grouped, "+86 " + grouped, "0086" + digits, "86" + digits, fullWidth(digits), "(" + digits + ")"
        }) {
            assertThat(PhoneNumber.of(typed).digits()).as(typed).isEqualTo(digits);
        }
        assertThat(PhoneNumber.of(digits).toString())
                .isEqualTo(digits.substring(0, 3) + "******" + digits.substring(9));
    }

    @Example
    void what_is_no_mobile_phone_is_refused() {
        for (String typed :
                new String[] {"", "1380013800", "138001380000", "12800138000", "010-12345678", "1380013800a"}) {
            assertThat(PhoneNumber.fault(typed)).as(typed).contains(PrivacyReason.PHONE_SHAPE);
        }
    }

    @Example
    void a_surname_of_two_characters_stays_whole_in_a_name_that_has_more() {
        assertThat(Masked.name("欧阳晓晴")).isEqualTo("欧阳**");
        assertThat(Masked.name(" 司马光 ")).isEqualTo("司马**");
        assertThat(Masked.name("欧阳")).isEqualTo("欧**");
        assertThat(Masked.name("欧晓阳")).isEqualTo("欧**");
        assertThat(Masked.name("欧阳娜娜娜")).isEqualTo("欧**");
        assertThat(Masked.name("𠮷欧阳")).isEqualTo("𠮷**");
    }

    @Example
    void masks_show_what_colleagues_need_and_no_more() {
        assertThat(Masked.name("张小燕")).isEqualTo("张**");
        assertThat(Masked.name("张三")).isEqualTo("张**");
        assertThat(Masked.name("𠮷田")).isEqualTo("𠮷**");
        assertThat(Masked.name(" ")).isEqualTo("**");
        assertThat(Masked.card("6222 0212 3456 7891 234")).isEqualTo("**** 1234");
        assertThat(Masked.card("12345678")).isEqualTo("**** ****");
        assertThat(Masked.identityNumber("11010519491231002X")).isEqualTo("11**************2X");
        assertThat(Masked.phone("13800138078")).isEqualTo("138******78");
    }

    @Provide
    Arbitrary<String> identityNumbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(110_000, 659_999),
                        Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2025, 12, 31)),
                        Arbitraries.integers().between(0, 999))
                .as((region, birth, order) -> {
                    String body = region + birth.toString().replace("-", "") + "%03d".formatted(order);
                    return body + IdentityNumber.check(body);
                });
    }

    private static String fullWidth(String ascii) {
        return ascii.chars()
                .map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
