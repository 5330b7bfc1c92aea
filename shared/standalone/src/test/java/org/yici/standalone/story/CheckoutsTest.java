package org.yici.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All three checkouts as a donor meets them in the demo world, each paid once in a real browser. */
@Order(5)
class CheckoutsTest {

    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private static final double PATIENCE_MILLIS = 15_000;

    private static Browser browser;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void no_browser_has_complained() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void wechat_s_code_on_a_desktop_is_scanned_with_a_phone_and_the_desktop_turns_into_the_receipt() throws Exception {
        Page desktop = watched(browser.window("zh-CN"));
        choose(desktop, County.address("/c/daily-kindness").toString(), "微信支付");
        assertThat(desktop.locator(".to-scan svg.qr")).isVisible();
        Page phone = watched(browser.seenAs(PHONE));
        phone.navigate(decoded(desktop.locator(".to-scan svg.qr")));
        assertThat(phone.locator(".slip-sandbox")).containsText("不会真的扣款");
        pay(phone);
        assertThat(phone.locator(".notice.done")).containsText("已付款");
        receiptIsShown(desktop);
    }

    /** Away from the address that the donor came by: no policy of ours may stop it on the way. */
    @Test
    void alipay_on_a_phone_has_a_page_of_its_own_from_which_one_comes_back() {
        Page phone = watched(browser.seenAs(PHONE));
        choose(phone, County.address("/c/daily-kindness").toString().replace("localhost", "127.0.0.1"), "支付宝");
        assertThat(phone).hasURL(Pattern.compile("^http://localhost.*/pay/simulated/alipay/[0-9A-Z]{25}$"));
        pay(phone);
        receiptIsShown(phone);
    }

    @Test
    void a_card_is_paid_with_at_stripe_and_who_turns_back_first_can_still_pay() {
        Page phone = watched(browser.seenAs(PHONE));
        choose(phone, County.address("/c/daily-kindness").toString(), "境外银行卡");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("不付了"))
                .click();
        assertThat(phone).hasURL(Pattern.compile("/receipts/"));
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("还没付？去付款"))
                .click();
        assertThat(phone).hasURL(Pattern.compile("/pay/simulated/stripe/"));
        pay(phone);
        receiptIsShown(phone);
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static void choose(Page page, String campaign, String method) {
        page.navigate(campaign);
        page.locator("label.chip", new Page.LocatorOptions().setHasText(method)).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("去付款")))
                .click();
    }

    private static void pay(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认付款"))
                .click();
    }

    private static void receiptIsShown(Page page) {
        assertThat(page)
                .hasURL(Pattern.compile("/receipts/"), new PageAssertions.HasURLOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".receipt .seal"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".receipt h1")).hasText("捐赠回执");
    }

    /** As a phone's camera reads it off the screen. */
    private String decoded(Locator code) throws Exception {
        Tools.need("zbarimg");
        Path file = folder.resolve("code.png");
        Files.write(file, code.screenshot());
        Process zbarimg = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString()).start();
        String text = new String(zbarimg.getInputStream().readAllBytes());
        assertThat(zbarimg.waitFor()).isZero();
        return text.strip();
    }
}
