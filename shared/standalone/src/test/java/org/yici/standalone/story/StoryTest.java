package org.yici.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.standalone.story.GrantCase.CASHIER;
import static org.yici.standalone.story.GrantCase.INTAKE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One fen, end to end: given on a phone, granted by four people, and seen by everybody. */
@Order(1)
class StoryTest {

    private static Browser browser;

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

    @Test
    void a_strangers_yuan_reaches_a_household_and_everybody_can_see_it() {
        Gift.paid(7_900);
        Books.awaitQuiet();
        Page home = browser.phone();
        home.navigate(County.address("/").toString());
        long total = Books.fen("received") + 100;
        watchFor(home, yuan(total));

        Page phone = browser.phone();
        JsonNode receipt = giveOneYuan(phone);
        long sequence = receipt.path("sequence").asLong();
        assertThat(shownWithin(home, sequence))
                .as("milliseconds until the total is shown")
                .isLessThan(1_000);
        assertThat(home.locator(".bar-received").first()).containsText(yuan(total));

        long whatIsThere = Books.fen(fund().path("balance"));
        SmallCampaign.settle();
        GrantCase grant = GrantCase.appliedBy(INTAKE, "medical", whatIsThere);
        review(grant);
        ProgramTime.advance("P8D");
        grant.awaitState("NOTICE_ENDED");
        approve(grant);
        String award = grant.look().path("award").path("id").asString();
        pay(award);
        grant.awaitState("PAID");
        INTAKE.post("/api/v1/awards/" + award + "/confirmation", "{\"method\": \"SIGNATURE\"}")
                .expect(201);
        grant.awaitState("CONFIRMED");

        String code = grant.look().path("award").path("grant").asString();
        Awaitility.await().untilAsserted(() -> assertThat(Books.fen(fund().path("committed")))
                .isZero());
        assertThat(Books.fen(fund().path("balance"))).isZero();
        phone.navigate(County.address("/grants").toString());
        assertThat(phone.locator("a[href='/grants/" + code + "']").first()).isVisible();
        assertThat(phone.locator("main")).containsText(yuan(whatIsThere));
        phone.navigate(County.address("/funds/" + SmallCampaign.FUND).toString());
        assertThat(phone.locator("main")).containsText(yuan(whatIsThere));
        phone.navigate(receipt.path("address").asString());
        assertThat(phone.locator("a[href='/grants/" + code + "']").first()).isVisible();
        assertThat(phone.locator(".bar .is-paid").first()).containsText("¥1.00");
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("这笔钱的去处"))
                .click();
        assertThat(phone.locator("main")).containsText("¥1.00");
        assertThat(phone.locator("a[href='/grants/" + code + "']").first()).isVisible();
        assertThat(home.locator("main")).containsText(yuan(whatIsThere));
    }

    /** From the scanned address in two taps to the cashier. Answers the receipt, and its address. */
    private static JsonNode giveOneYuan(Page phone) {
        phone.navigate(
                County.address("/c/" + SmallCampaign.CODE + "?p=village-shop").toString());
        assertThat(phone.locator("h1")).hasText(SmallCampaign.TITLE);
        phone.locator("label.chip", new Page.LocatorOptions().setHasText("¥1"))
                .filter(new Locator.FilterOptions().setHasText("一天一善"))
                .click();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("去付款")))
                .click();
        assertThat(phone).hasURL(Pattern.compile("/pay/sandbox/"));
        assertThat(phone.locator("main")).containsText("¥1.00");
        assertThat(phone.locator(".slip-sandbox")).isVisible();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认付款"))
                .click();
        assertThat(phone).hasURL(Pattern.compile("/receipts/"));
        assertThat(phone.locator(".receipt")).containsText("¥1.00");
        assertThat(phone.locator(".receipt")).containsText("壹元整");
        assertThat(phone.locator(".receipt .seal")).isVisible();
        String address = phone.url().replaceAll("[?#].*", "");
        String token = address.substring(address.lastIndexOf('/') + 1);
        JsonNode json = Visitor.stranger()
                .get("/receipts/" + token + ".json")
                .expect(200)
                .json();
        assertThat(json.path("status").asString()).isEqualTo("PAID");
        return ((tools.jackson.databind.node.ObjectNode) json).put("address", address);
    }

    private static void review(GrantCase grant) {
        Page reviewer = signedIn("reviewer");
        openFromDesk(reviewer, grant);
        reviewer.locator("textarea[name=note]").first().fill("入户看过，情况属实。");
        reviewer.locator("button[value=PASS]").click();
        reviewer.locator("form[action$='/notice'] button").click();
        grant.awaitState("ON_NOTICE");
        assertThat(reviewer.locator(".history")).containsText("入户看过，情况属实。");
        reviewer.close();
    }

    private static void approve(GrantCase grant) {
        Page approver = signedIn("approver");
        openFromDesk(approver, grant);
        approver.locator("button[value=APPROVE]").click();
        grant.awaitState("AWARDED");
        approver.close();
    }

    /** What waits for somebody is on their desk; what the clock brings, within a second or two. */
    private static void openFromDesk(Page desk, GrantCase grant) {
        Locator line = desk.locator("a[href='/staff/applications/" + grant.id + "']");
        Awaitility.await("the case is on the desk")
                .atMost(Duration.ofSeconds(5))
                .pollInSameThread()
                .until(() -> {
                    desk.reload();
                    return line.count() > 0;
                });
        line.first().click();
    }

    private static Page signedIn(String username) {
        Page page = browser.phone();
        page.navigate(County.address("/staff").toString());
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("yici-demo");
        page.locator("main form button").click();
        assertThat(page.locator(".signed-in")).isVisible();
        return page;
    }

    /** The cashier's part, with the table of a small bank's counter. */
    private static void pay(String award) {
        Answer payout = CASHIER.post("/api/v1/payouts", "{\"awards\": [\"" + award + "\"]}")
                .expect(201);
        String address = "/api/v1/payouts/" + payout.text("id");
        String order =
                CASHIER.get(address + "/file?format=pain.001").expect(200).body();
        CASHIER.upload(address + "/results", "result.csv", BankFile.csv(BankFile.ordered(order), "paid"))
                .expect(200);
    }

    private static JsonNode fund() {
        return Visitor.stranger()
                .get("/api/v1/funds/" + SmallCampaign.FUND)
                .expect(200)
                .json();
    }

    /** Lets the open page note the moment at which it first says {@code words}; nobody reloads it. */
    private static void watchFor(Page page, String words) {
        page.evaluate("""
                words => {
                  const look = () => {
                    if (!window.shownAt && document.querySelector('.bar-received')?.textContent.includes(words)) {
                      window.shownAt = Date.now();
                    }
                  };
                  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
                  look();
                }""", words);
    }

    /** Milliseconds between the moment at which the journal was posted and the one at which the page showed it. */
    private static long shownWithin(Page page, long sequence) {
        page.waitForFunction("() => window.shownAt", null, new Page.WaitForFunctionOptions().setTimeout(10_000));
        long shownAt = ((Number) page.evaluate("() => window.shownAt")).longValue();
        Duration ahead = Duration.between(Instant.now(), ProgramTime.now());
        Instant postedAt =
                Instant.parse(Books.journal(sequence).path("at").asString()).minus(ahead);
        return shownAt - postedAt.toEpochMilli();
    }

    private static String yuan(long fen) {
        return "¥%,d.%02d".formatted(fen / 100, fen % 100);
    }
}
