package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.platform.web.Problem;

@DisplayName("A form that comes back")
class FormBackTest {

    private static final Problem TWO =
            problem("input", new Problem.Field("amount.value", "要大于 0。"), new Problem.Field("truthful", "请确认。"));

    private static Problem problem(String reason, Problem.Field... errors) {
        return new Problem("urn:yici:problem:" + reason, "内容有误", 422, "有的内容不能接受。", reason, List.of(errors));
    }

    @Test
    @DisplayName("has each sentence beside its field, also where a part of the field is named or a box was not ticked")
    void besideTheField() {
        FormBack back = FormBack.of(Map.of("amount", "0", "reason", "学费"), TWO);
        assertThat(back.wrong("amount")).isEqualTo("要大于 0。");
        assertThat(back.wrong("truthful")).isEqualTo("请确认。");
        assertThat(back.wrong("reason")).isNull();
        assertThat(back.describedBy("amount", true)).isEqualTo("amount-error amount-hint");
        assertThat(back.describedBy("reason", false)).isNull();
        assertThat(back.flaws()).extracting(FormBack.Flaw::id).containsExactly("amount", "truthful");
    }

    @Test
    @DisplayName("is the one of many that was sent; the others know neither what was typed nor what was wrong")
    void oneOfMany() {
        FormBack back = new FormBack("approval", Map.of("amount", "0"), TWO);
        assertThat(back.of("approval").id("amount")).isEqualTo("approval-amount");
        assertThat(back.of("reviews").wrong("amount")).isNull();
        assertThat(back.of("reviews").typed("amount", 800)).isEqualTo("800");
        assertThat(back.of("reviews").id("amount")).isEqualTo("reviews-amount");
    }

    @Test
    @DisplayName("shows a field within another beside itself alone")
    void within() {
        FormBack back = FormBack.of(
                Map.of("who", "staff", "who.staff", "nobody"),
                problem("input", new Problem.Field("who.staff", "没有这个人。")));
        assertThat(back.wrong("who.staff")).isEqualTo("没有这个人。");
        assertThat(back.wrong("who")).isNull();
    }

    @Test
    @DisplayName("keeps a rule's refusal on top where the field that it is about is not on the form")
    void ofAnotherForm() {
        Problem over = problem("over-cap", new Problem.Field("amount", "超过上限。"));
        assertThat(FormBack.of(Map.of("note", ""), over).flaws()).isEmpty();
        assertThat(FormBack.of(Map.of("amount", "9000"), over).flaws()).hasSize(1);
    }

    @Test
    @DisplayName("leaves empty what was emptied, and names a field by what it is wherever it stands")
    void emptied() {
        FormBack back = FormBack.of(Map.of("township", ""), null);
        assertThat(back.typed("township", "赞字乡")).isEmpty();
        assertThat(new FormBack.Flaw("members[0].phone", "", "").word()).isEqualTo("phone");
        assertThat(new FormBack.Flaw("visitors[1]", "", "").word()).isEqualTo("visitors");
    }
}
