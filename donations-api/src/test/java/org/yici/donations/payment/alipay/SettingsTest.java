package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.yici.donations.payment.checkout.ProviderMethods;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.platform.outcome.RefusedStart;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Alipay is switched on by settings alone; what is missing or wrong is one clear line. */
class SettingsTest {

    private static final KeyPair OURS = keys(2048);
    private static final KeyPair THEIRS = keys(2048);

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withSystemProperties("spring.config.name=platform,donations-api")
            .withUserConfiguration(AlipayConfiguration.class)
            .withBean(ProviderMethods.class, () -> mock(ProviderMethods.class))
            .withBean("paymentsScheduler", Scheduler.class, () -> Schedulers.newBoundedElastic(1, 1, "payments"))
            .withBean("wallClock", Clock.class, Clock::systemUTC);

    @TempDir
    private Path folder;

    @Test
    void without_settings_there_is_no_alipay_and_nothing_is_said() {
        service.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
    }

    @Test
    void with_all_of_them_there_is_one() {
        started(good(), "").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(PaymentProvider.class);
            assertThat(context).hasSingleBean(ProviderCalls.class);
            assertThat(context.getBean(PaymentProvider.class).word()).isEqualTo("alipay");
        });
    }

    @Test
    void a_variable_that_is_set_to_nothing_is_as_good_as_none() {
        Map<String, String> given = good();
        given.put("YICI_ALIPAY_BASE_URL", "");
        given.put("YICI_ALIPAY_PAGE_URL", "");
        started(given, "production").run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void keys_may_be_pem_or_files() throws Exception {
        Path file = Files.writeString(
                folder.resolve("alipay.pem"),
                pem("PUBLIC KEY", THEIRS.getPublic().getEncoded()));
        Map<String, String> given = good();
        given.put("YICI_ALIPAY_PUBLIC_KEY", file.toString());
        given.put(
                "YICI_ALIPAY_PRIVATE_KEY", pem("PRIVATE KEY", OURS.getPrivate().getEncoded()));
        started(given, "").run(context -> assertThat(context).hasNotFailed());
        given.put(
                "YICI_ALIPAY_PRIVATE_KEY", given.get("YICI_ALIPAY_PRIVATE_KEY").replace("\n", "\\n"));
        started(given, "").run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void each_mistake_is_one_clear_line(String variable, String value, String sentence) {
        Map<String, String> given = good();
        given.put(variable, value);
        started(given, "").run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(RefusedStart.class)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith(variable)
                        .contains(sentence)
                        .hasLineCount(1)
                        .doesNotContain("MII")));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("YICI_ALIPAY_APP_ID", "", "is missing"),
                Arguments.of("YICI_ALIPAY_APP_ID", "2021", "16 digits"),
                Arguments.of("YICI_ALIPAY_SELLER_ID", "", "is missing"),
                Arguments.of("YICI_ALIPAY_SELLER_ID", "1234567890123456", "from 2088"),
                Arguments.of("YICI_ALIPAY_PRIVATE_KEY", " ", "is missing"),
                Arguments.of("YICI_ALIPAY_PRIVATE_KEY", "MIInonsense", "is no RSA private key"),
                Arguments.of("YICI_ALIPAY_PRIVATE_KEY", "/no/such/file", "neither a key nor the path of a file"),
                Arguments.of("YICI_ALIPAY_PRIVATE_KEY", pem("RSA PRIVATE KEY", new byte[] {1}), "PKCS#1"),
                Arguments.of("YICI_ALIPAY_PRIVATE_KEY", base64(OURS.getPublic().getEncoded()), "is no RSA private key"),
                Arguments.of(
                        "YICI_ALIPAY_PRIVATE_KEY",
                        base64(keys(1024).getPrivate().getEncoded()),
                        "2048 bits"),
                Arguments.of("YICI_ALIPAY_PUBLIC_KEY", "", "is missing"),
                Arguments.of("YICI_ALIPAY_PUBLIC_KEY", base64(OURS.getPrivate().getEncoded()), "is no RSA public key"),
                Arguments.of("YICI_ALIPAY_PUBLIC_KEY", pem("CERTIFICATE", new byte[] {1}), "is a certificate"),
                Arguments.of("YICI_ALIPAY_PUBLIC_KEY", base64(OURS.getPublic().getEncoded()), "application's own"),
                Arguments.of("YICI_ALIPAY_BASE_URL", "openapi.alipay.com", "https address"),
                Arguments.of("YICI_ALIPAY_BASE_URL", "http://openapi.alipay.com", "https address"),
                Arguments.of("YICI_ALIPAY_BASE_URL", "https://openapi.alipay.com/gateway.do", "without a path"),
                Arguments.of("YICI_ALIPAY_BASE_URL", "not an address", "https address"),
                Arguments.of("YICI_ALIPAY_PAGE_URL", "http://10.0.0.5:8080/pay", "is for simulators alone"));
    }

    @Test
    void a_simulator_is_refused_in_production() {
        Map<String, String> given = good();
        given.put("YICI_ALIPAY_BASE_URL", "http://127.0.0.1:4711");
        started(given, "").run(context -> assertThat(context).hasNotFailed());
        started(given, "production").run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("YICI_ALIPAY_BASE_URL leads to a simulator"));
    }

    /** As an operator starts it: by variables of the environment, which the settings file names. */
    private ApplicationContextRunner started(Map<String, String> variables, String profile) {
        return service.withPropertyValues(variables.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new))
                .withPropertyValues("spring.profiles.active=" + profile);
    }

    private static Map<String, String> good() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("YICI_ALIPAY_APP_ID", "2021000000000001");
        given.put("YICI_ALIPAY_SELLER_ID", "2088000000000001");
        given.put("YICI_ALIPAY_PRIVATE_KEY", base64(OURS.getPrivate().getEncoded()));
        given.put("YICI_ALIPAY_PUBLIC_KEY", base64(THEIRS.getPublic().getEncoded()));
        return given;
    }

    private static String pem(String name, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(name, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), name);
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(bits);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }
}
