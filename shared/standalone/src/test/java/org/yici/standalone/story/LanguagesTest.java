package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page says all of it in the language that was asked for. */
@Order(5)
class LanguagesTest {

    /** Texts and labels of the page, less what it marks as the other language. */
    private static final String WORDS = """
            () => {
              const page = document.documentElement.cloneNode(true);
              page.querySelectorAll('[lang^=zh]:not(html), script, style, .language').forEach(e => e.remove());
              const words = [page.querySelector('title').textContent, page.querySelector('body').textContent];
              page.querySelectorAll('[aria-label], [placeholder], [alt], [title]').forEach(e =>
                words.push(e.getAttribute('aria-label'), e.getAttribute('placeholder'), e.getAttribute('alt'), e.getAttribute('title')));
              return words.filter(w => w).join('\\n');
            }""";
    /** What belongs to the page itself and not to the case that it shows. */
    private static final String FRAME = """
            () => [...document.querySelectorAll('nav, footer, h2, label, button, th, legend, summary, .hint, dt, .crumbs a, .state')]
              .filter(e => !e.closest('[lang^=zh]:not(html)') && !e.matches('.language') && !e.querySelector('.language'))
              .map(e => e.textContent).join('\\n')""";

    /** Names of people, and a number with the office's mark, are what they are in any language. */
    private static final Pattern NAMES = Pattern.compile("乾慈募备〔2018〕001号|程守信|王\\*\\*|周晓岚|孟庆山|佟雅琴|郝文秀|倪国栋|隋立新|于海棠");
    /** A message key where its words should stand. */
    private static final String KEY =
            "\\b(refusal|layout|home|campaign|give|receipt|cashier|case|application|staff|fund"
                    + "|grants|notice|input|problem|aid)\\.[a-z][a-z.-]+";

    private static Browser browser;
    private static String receipt;
    private static GrantCase open;
    private static long gift;

    @BeforeAll
    static void a_gift_and_an_open_case() {
        browser = Browser.open();
        Gift paid = Gift.paid(300);
        gift = paid.sequence();
        receipt = paid.token();
        open = GrantCase.applied(6_000).reviewed();
        open.posted();
        Books.awaitPublished(gift);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static List<String> publicPages() {
        return List.of(
                "/",
                "/campaigns",
                "/c/daily-kindness",
                "/funds",
                "/funds/daily-kindness",
                "/grants",
                "/notices",
                "/about",
                "/staff/login",
                "/no-such-page",
                "/receipts/{receipt}",
                "/gifts/{gift}",
                "/pay/sandbox/{unpaid}");
    }

    static Stream<String> staffPages() {
        return Stream.of(
                "intake /staff",
                "intake /staff/households",
                "reviewer /staff/applications/{case}",
                "cashier /staff/payouts",
                "cashier /staff/payments/counter",
                "intake /staff/payments/counter/sheet",
                "intake /staff/payments/counter/gift",
                "admin /staff/campaigns");
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void in_english_no_chinese_is_left(String path) {
        Page page = at("en-US", path, "en");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(linesWithChinese((String) page.evaluate(WORDS))).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void in_chinese_no_key_is_left(String path) {
        Page page = at("zh-CN", path, "zh");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        assertThat((String) page.evaluate(WORDS)).doesNotContain("??").doesNotContainPattern(KEY);
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("staffPages")
    void staff_pages_speak_both_languages_as_well(String whoAndWhere) {
        String[] words = whoAndWhere.split(" ");
        Page page = browser.window("en-US");
        page.setExtraHTTPHeaders(Map.of("Cookie", Visitor.staff(words[0]).header("Cookie")));
        page.navigate(County.address(filled(words[1]) + "?lang=en").toString());
        assertThat(page.locator(".signed-in").count()).isEqualTo(1);
        assertThat(linesWithChinese((String) page.evaluate(FRAME))).isEmpty();
        page.navigate(County.address(filled(words[1]) + "?lang=zh").toString());
        assertThat((String) page.evaluate(WORDS)).doesNotContain("??").doesNotContainPattern(KEY);
        page.context().close();
    }

    private static Page at(String locale, String path, String language) {
        Page page = browser.window(locale);
        page.navigate(County.address(filled(path) + "?lang=" + language).toString());
        return page;
    }

    private static String filled(String path) {
        return path.replace("{receipt}", receipt)
                .replace("{gift}", Long.toString(gift))
                .replace("{case}", open.id)
                .replace("{unpaid}", path.contains("{unpaid}") ? Gift.of(200).id() : "");
    }

    private static List<String> linesWithChinese(String words) {
        return words.lines()
                .map(line -> NAMES.matcher(line).replaceAll("").strip())
                .filter(line ->
                        line.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                .distinct()
                .toList();
    }
}
