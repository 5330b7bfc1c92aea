package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.yici.donations.payment.checkout.ProviderMethods;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;
import org.yici.platform.outcome.RefusedStart;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class WechatSettingsTest {

    private static final String PREFIX = "yici.payment.wechat.";
    private static final Map<String, String> GOOD = good();

    /** With the service's own settings file, so that the variables are the ones that it names. */
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(context -> {
                try {
                    new YamlPropertySourceLoader()
                            .load("donations-api", new ClassPathResource("donations-api.yml"))
                            .forEach(context.getEnvironment().getPropertySources()::addLast);
                } catch (IOException missing) {
                    throw new AssertionError(missing);
                }
            })
            .withBean(ProviderMethods.class, () -> mock(ProviderMethods.class))
            .withBean("paymentsScheduler", Scheduler.class, Schedulers::immediate)
            .withPropertyValues("yici.public-url=https://give.example.org")
            .withUserConfiguration(WechatConfiguration.class);

    @Test
    void without_a_merchant_there_is_no_wechat_pay() {
        service.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
        service.withPropertyValues("YICI_WECHAT_MERCHANT=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
    }

    @Test
    void settings_alone_switch_it_on() {
        service.withPropertyValues(variables()).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(WechatOpenid.class);
            assertThat(context.getBean(PaymentProvider.class).word()).isEqualTo("wechat");
        });
    }

    @Test
    void production_takes_no_simulator() {
        service.withPropertyValues(variables())
                .withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RefusedStart.class)
                        .hasMessageStartingWith("YICI_WECHAT_BASE_URL leads to a simulator"));
        service.withPropertyValues(variables())
                .withPropertyValues("spring.profiles.active=production", "YICI_WECHAT_BASE_URL=")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(PaymentProvider.class));
    }

    @Test
    void with_a_merchant_and_nothing_else_each_missing_setting_is_a_line() {
        service.withPropertyValues("YICI_WECHAT_MERCHANT=1900000001").run(context -> {
            assertThat(context).getFailure().hasRootCauseInstanceOf(RefusedStart.class);
            assertThat(context).getFailure().rootCause().message().satisfies(text -> assertThat(text.lines())
                    .hasSize(7)
                    .allMatch(line -> line.matches("YICI_WECHAT_[A-Z0-9_]+ is missing: it has to be .*\\.")));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "app, YICI_WECHAT_APP",
        "app-secret, YICI_WECHAT_APP_SECRET",
        "merchant-serial, YICI_WECHAT_MERCHANT_SERIAL",
        "merchant-key, YICI_WECHAT_MERCHANT_KEY",
        "public-key-id, YICI_WECHAT_PUBLIC_KEY_ID",
        "public-key, YICI_WECHAT_PUBLIC_KEY",
        "api-v3-key, YICI_WECHAT_API_V3_KEY"
    })
    void a_missing_setting_is_one_line_that_names_its_variable(String setting, String variable) {
        assertThat(sentence(setting, "")).startsWith(variable + " is missing: ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "merchant, 19000, YICI_WECHAT_MERCHANT",
        "app, gh_123, YICI_WECHAT_APP",
        "app-secret, short, YICI_WECHAT_APP_SECRET",
        "merchant-serial, none, YICI_WECHAT_MERCHANT_SERIAL",
        "merchant-key, /nowhere/key.pem, YICI_WECHAT_MERCHANT_KEY",
        "merchant-key, MIIEvQIBADANBgkq, YICI_WECHAT_MERCHANT_KEY",
        "public-key-id, 5157F09E, YICI_WECHAT_PUBLIC_KEY_ID",
        "public-key, /nowhere/pub.pem, YICI_WECHAT_PUBLIC_KEY",
        "api-v3-key, 0123456789abcdef, YICI_WECHAT_API_V3_KEY",
        "base-url, pay.example.org, YICI_WECHAT_BASE_URL",
        "base-url, https://example.org/v3, YICI_WECHAT_BASE_URL",
        "open-url, ftp://example.org, YICI_WECHAT_OPEN_URL",
        "openid-url, nowhere, YICI_WECHAT_OPENID_URL"
    })
    void a_wrong_setting_is_one_line_that_names_its_variable_and_not_its_value(
            String setting, String value, String variable) {
        assertThat(sentence(setting, value))
                .startsWith(variable + " is wrong: ")
                .hasLineCount(1)
                .doesNotContain(value);
    }

    @Test
    void keys_are_read_and_what_is_wrong_with_them_is_said() {
        String key = Objects.requireNonNull(GOOD.get(PREFIX + "merchant-key"));
        assertThat(sentence("merchant-key", key.replace("PRIVATE KEY", "RSA PRIVATE KEY")))
                .contains("openssl pkcs8");
        assertThat(sentence("merchant-key", key.replace("MII", "MMM")))
                .contains("cannot be read as an RSA private key");
        assertThat(sentence("merchant-key", key.replace("\n", "!\n"))).contains("cannot be read as an RSA private key");
        assertThat(sentence("public-key", key)).contains("does not begin with");
        assertThat(sentence("public-key", key.replace("PRIVATE KEY", "CERTIFICATE")))
                .contains("is a certificate");
        assertThat(sentence("public-key", key.replace("PRIVATE KEY", "PUBLIC KEY")))
                .contains("cannot be read as an RSA public key");
    }

    @Test
    void a_key_may_be_a_file_or_have_its_line_ends_written_out(@TempDir Path folder) throws Exception {
        String key = Objects.requireNonNull(GOOD.get(PREFIX + "merchant-key"));
        Path file = Files.writeString(folder.resolve("apiclient_key.pem"), key);
        assertThat(account("merchant-key", file.toString(), "https://give.example.org"))
                .isNotNull();
        assertThat(account("merchant-key", key.replace("\n", "\\n"), "https://give.example.org"))
                .isNotNull();
    }

    @Test
    void a_secret_may_lie_in_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("v3"), GOOD.get(PREFIX + "api-v3-key") + "\n");
        assertThat(account("api-v3-key", "file:" + file, "https://give.example.org"))
                .isNotNull();
        assertThat(sentence("app-secret", "file:" + folder.resolve("gone")))
                .startsWith("YICI_WECHAT_APP_SECRET is wrong: its file cannot be read. ")
                .hasLineCount(1);
    }

    @Test
    void a_simulator_s_pages_may_be_behind_a_front_door() {
        assertThat(account("open-url", "http://10.0.0.5:8080/pay/simulated/wechat", "http://10.0.0.5:8080")
                        .open())
                .hasToString("http://10.0.0.5:8080/pay/simulated/wechat");
    }

    @Test
    void the_real_one_tells_only_https_addresses() {
        assertThatThrownBy(() -> account("base-url", "", "http://give.example.org"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageStartingWith("YICI_PUBLIC_URL is wrong: ");
        assertThat(account("base-url", "http://127.0.0.1:1", "http://localhost:8080"))
                .isNotNull();
    }

    @Test
    void no_secret_is_printed() {
        assertThat(WechatWorld.settings(GOOD) + " " + account("app", "wxd678efh567hg6787", "https://x.example"))
                .isEqualTo("WechatSettings[1900000001] WechatAccount[1900000001]");
    }

    private static String sentence(String setting, String value) {
        return Objects.requireNonNull(
                catchThrowableOfType(RefusedStart.class, () -> account(setting, value, "https://give.example.org"))
                        .getMessage());
    }

    private static WechatAccount account(String setting, String value, String publicUrl) {
        Map<String, String> properties = new HashMap<>(GOOD);
        properties.put(PREFIX + setting, value);
        return WechatAccount.of(WechatWorld.settings(properties), publicUrl);
    }

    private static String[] variables() {
        return GOOD.entrySet().stream()
                .map(setting -> "YICI_WECHAT_"
                        + setting.getKey()
                                .substring(PREFIX.length())
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_') + "="
                        + setting.getValue())
                .toArray(String[]::new);
    }

    private static Map<String, String> good() {
        try (SimulatedWechat simulator = new SimulatedWechat(Clock.systemUTC())) {
            return simulator.settings();
        }
    }
}
