package org.yici.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/** The layouts render outside a request too: public pages are made when what they show changes. */
class LayoutTest {

    private static final Problem NOT_FOUND =
            Problem.of(404, "not-found", "没有找到", "这个地址下没有内容。", List.of(new Problem.Field("name", "请填写姓名。")));

    @Test
    void theProblemPageSpeaksTheReadersLanguage() {
        assertThat(page("layout/problem", Language.ZH, Map.of("problem", NOT_FOUND)))
                .contains("lang=\"zh-CN\"", "没有找到 · 一慈", "请填写姓名。", "乾河县慈善总会", "演示环境")
                .doesNotContain("??");
        assertThat(page("layout/problem", Language.EN, Map.of("problem", NOT_FOUND)))
                .contains("lang=\"en\"", "Qianhe County Charity Federation", "Skip to the content")
                .doesNotContain("??");
    }

    @Test
    void aStaffPageNamesThePersonAndTheirRoles() {
        assertThat(staffPage(Language.ZH)).contains("李梅", "初审", "退出").doesNotContain("??");
        assertThat(staffPage(Language.EN)).contains("Review", "Sign out").doesNotContain("??");
    }

    @Test
    void theBarIsDrawnToScaleAndAlwaysAddsUp() {
        assertThat(staffPage(Language.ZH)).contains("width=\"2.62%\"", "2,079,650", "54,500", "2,025,150");
    }

    @Test
    void whatAPersonTypedIsEscaped() {
        assertThat(staffPage(Language.ZH)).contains("value=\"&lt;b&gt;\"", "Too long", "aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {" style=", "<style", "onclick", "<script>"})
    void nothingInlineStandsInThePagesBecauseTheirPolicyForbidsIt(String inline) {
        assertThat(staffPage(Language.ZH)).doesNotContain(inline);
        assertThat(page("layout/problem", Language.ZH, Map.of("problem", NOT_FOUND)))
                .doesNotContain(inline);
    }

    private static String staffPage(Locale locale) {
        return page(
                "test/staff-page",
                locale,
                Map.of(
                        "problem",
                        NOT_FOUND,
                        "staff",
                        new StaffMember("reviewer", "李梅", Set.of(Role.REVIEWER)),
                        "entries",
                        List.of(Map.of(
                                "at", Instant.parse("2018-05-04T02:02:00Z"),
                                "who", "李梅",
                                "words", "初审通过",
                                "note", "材料齐全"))));
    }

    private static String page(String template, Locale locale, Map<String, Object> model) {
        Context context = new Context(locale, model);
        context.setVariable("lang", Language.code(locale));
        context.setVariable("figures", Figures.in(locale));
        context.setVariable("assets", new Assets());
        context.setVariable("demo", true);
        context.setVariable("languageSwitch", "/?lang=en");
        return engine().process(template, context);
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/platform", "messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
