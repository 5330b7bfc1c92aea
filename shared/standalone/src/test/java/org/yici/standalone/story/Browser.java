package org.yici.standalone.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real browser, as narrow as a phone. Each person has a window of their own, with its own cookies. */
final class Browser implements AutoCloseable {

    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser only;

    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        chromium = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    /** The one of all tests, which ends with them. Skips the test where there is no browser. */
    static Browser open() {
        if (only == null) {
            only = new Browser(Tools.need("chromium"));
        }
        return only;
    }

    Page phone() {
        return window("zh-CN");
    }

    /** As narrow as a phone, and called one. */
    Page seenAs(String userAgent) {
        return window(options("zh-CN").setUserAgent(userAgent));
    }

    Page window(String locale) {
        return window(options(locale));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(String locale) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    }

    private Page window(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** Closes every window. */
    @Override
    public void close() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }
}
