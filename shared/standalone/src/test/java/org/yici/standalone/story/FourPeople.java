package org.yici.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Intake, reviewer, approver and cashier, each before a window of their own, doing what their pages offer. */
final class FourPeople {

    final Page intake;
    final Page reviewer;
    final Page approver;
    final Page cashier;

    FourPeople(Browser browser) {
        intake = signedIn(browser, "intake");
        reviewer = signedIn(browser, "reviewer");
        approver = signedIn(browser, "approver");
        cashier = signedIn(browser, "cashier");
    }

    static Page signedIn(Browser browser, String username) {
        Page page = browser.phone();
        page.navigate(County.address("/staff").toString());
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("yici-demo");
        page.locator("main form button").click();
        assertThat(page.locator(".signed-in")).isVisible();
        return page;
    }

    /** Answers the case's id. */
    String file(String household, CountyStandard standard) {
        intake.navigate(County.address("/staff/households/" + household + "/applications/new")
                .toString());
        intake.locator("#member").selectOption(new SelectOption().setIndex(1));
        intake.locator("#programme").selectOption(standard.programme);
        intake.locator("#amount").fill(standard.asks);
        if (!standard.expense.isEmpty()) {
            intake.locator("#expense").fill(standard.expense);
        }
        intake.locator("#reason").fill("孩子九月升高一，家里刚出院一个人。");
        intake.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提出申请"))
                .click();
        assertThat(intake).hasURL(Pattern.compile("/staff/applications/[0-9a-f-]{36}$"));
        return intake.url().substring(intake.url().lastIndexOf('/') + 1);
    }

    void addPapers(String id, CountyStandard standard) {
        open(intake, id);
        for (String paper : standard.papers) {
            unfold(intake, "form[action$='/evidence']");
            intake.locator("#evidence-paper").selectOption(paper);
            intake.locator("#evidence-file").setInputFiles(new FilePayload("IMG_0001.png", "image/png", photo()));
            intake.locator("form[action$='/evidence'] button").click();
            assertThat(intake.locator("#files")).containsText(paper);
        }
        if (standard.asksForVisit()) {
            unfold(intake, "form[action$='/home-visits']");
            intake.locator("#home-visits-visitors").fill("intake、王强");
            intake.locator("#home-visits-day").fill(today());
            intake.locator("#home-visits-findings").fill("房子漏雨，家里只有老人和孩子。");
            intake.locator("form[action$='/home-visits'] button").click();
            assertThat(intake.locator("main")).containsText("房子漏雨");
        }
        if (standard.asksForNeighbours()) {
            unfold(intake, "form[action$='/community-reviews']");
            intake.locator("#community-reviews-day").fill(today());
            intake.locator("#community-reviews-place").fill("三道村村部");
            intake.locator("#community-reviews-present").fill("20");
            intake.locator("#community-reviews-inFavour").fill("18");
            intake.locator("#community-reviews-against").fill("1");
            intake.locator("#community-reviews-abstained").fill("1");
            intake.locator("#community-reviews-outcome").fill("大家同意上报。");
            intake.locator("form[action$='/community-reviews'] button").click();
            assertThat(intake.locator("main")).containsText("大家同意上报");
        }
    }

    void pass(Page reviewing, String id) {
        open(reviewing, id);
        reviewing.locator("form[action$='/reviews'] textarea[name=note]").fill("入户看过，情况属实。");
        reviewing.locator("button[value=PASS]").click();
    }

    void postNotice(String id) {
        open(reviewer, id);
        reviewer.locator("form[action$='/notice'] button").click();
        assertThat(reviewer.locator(".history")).containsText("公示");
    }

    /** @param amount yuan; empty for what the standard comes to */
    void approve(String id, String amount, String note) {
        open(approver, id);
        approver.locator("#approval-amount").fill(amount);
        approver.locator("form[action$='/approval'] textarea[name=note]").fill(note);
        approver.locator("button[value=APPROVE]").click();
    }

    /** What the bank is told to pay. */
    void pay(String grant) {
        cashier.navigate(County.address("/staff/payouts").toString());
        Locator chosen = cashier.locator("input[name=awards]:checked");
        while (chosen.count() > 0) {
            chosen.first().uncheck();
        }
        cashier.locator("tr", new Page.LocatorOptions().setHasText(grant))
                .locator("input[name=awards]")
                .check();
        cashier.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("把选中的做成一批"))
                .click();
        assertThat(cashier).hasURL(Pattern.compile("/staff/payouts/"));
    }

    /** The page says no, in these words, and nothing was lost. */
    static void toldNo(Page page, String words) {
        assertThat(page.locator(".problem")).containsText(words);
    }

    /** The page offers no such step, and says in these words why not. */
    static void isClosed(Page page, String words) {
        assertThat(page.locator(".closed", new Page.LocatorOptions().setHasText(words))
                        .first())
                .isVisible();
    }

    static void open(Page page, String id) {
        page.navigate(County.address("/staff/applications/" + id).toString());
    }

    private static void unfold(Page page, String form) {
        Locator summary = page.locator("details", new Page.LocatorOptions().setHas(page.locator(form)))
                .locator("summary")
                .first();
        summary.click();
    }

    private static String today() {
        return LocalDate.ofInstant(ProgramTime.now(), ZoneId.of("Asia/Shanghai"))
                .toString();
    }

    /** A photo of a paper, as far as a computer can tell. */
    private static byte[] photo() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, 320, 240);
        paper.setColor(Color.BLACK);
        paper.drawLine(20, 40, 300, 44);
        paper.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
