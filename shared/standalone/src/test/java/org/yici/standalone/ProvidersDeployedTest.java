package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The split edition hands donations-api every setting of a payment provider, and what is secret as a secret. */
class ProvidersDeployedTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(YICI_(?:WECHAT|ALIPAY|STRIPE)_[A-Z0-9_]+)");
    private static final Pattern SECRET = Pattern.compile(".*(_SECRET|_KEY)");

    @Test
    void compose_takes_each_from_the_environment_file_and_keys_as_secrets() throws IOException {
        Map<String, Object> compose = yaml("compose.yaml").get(0);
        Map<String, Object> donations = map(map(compose.get("services")).get("donations-api"));
        Map<String, Object> given = map(donations.get("environment"));
        String example = Files.readString(DEPLOY.resolve("example.env"));
        for (String variable : variables()) {
            String value = String.valueOf(given.get(variable));
            if (isSecret(variable)) {
                String name = variable.substring("YICI_".length()).toLowerCase().replace('_', '-');
                assertThat(value)
                        .as(variable)
                        .matches("\\$\\{" + variable + "_FILE:\\+(file:)?/run/secrets/" + name + "}");
                assertThat(donations.get("secrets"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .contains(name);
                assertThat(map(map(compose.get("secrets")).get(name)))
                        .containsEntry("file", "${" + variable + "_FILE:-./no-key}");
                assertThat(example).contains("\n" + variable + "_FILE=\n");
            } else {
                assertThat(value).as(variable).isEqualTo("${" + variable + ":-}");
                assertThat(example).contains("\n" + variable + "=\n");
            }
        }
        assertThat(Files.size(DEPLOY.resolve("no-key"))).isZero();
    }

    @Test
    void kubernetes_has_what_is_no_secret_in_a_map_and_wants_the_rest_as_a_secret() throws IOException {
        Map<String, Object> providers = yaml("k8s/settings.yaml").stream()
                .filter(one -> "yici-providers".equals(map(one.get("metadata")).get("name")))
                .findFirst()
                .orElseThrow();
        assertThat(map(providers.get("data")).keySet())
                .containsExactlyInAnyOrderElementsOf(variables().stream()
                        .filter(variable -> !isSecret(variable))
                        .toList());
        assertThat(Files.readString(DEPLOY.resolve("k8s/settings.yaml")))
                .contains(variables().stream()
                        .filter(ProvidersDeployedTest::isSecret)
                        .toList());
        assertThat(Files.readString(DEPLOY.resolve("k8s/donations-api.yaml")))
                .contains("configMapRef: {name: yici-providers}", "secretRef: {name: yici-providers, optional: true}");
    }

    @Test
    void who_runs_it_is_handed_on_as_well() throws IOException {
        List<String> who = List.of(
                "YICI_ORGANISATION", "YICI_ORGANISATION_ADDRESS", "YICI_ORGANISATION_PHONE", "YICI_BANK_ACCOUNT");
        Map<String, Object> services = map(yaml("compose.yaml").get(0).get("services"));
        for (String service : List.of("disbursement", "public-site")) {
            assertThat(map(map(services.get(service)).get("environment")).keySet())
                    .as(service)
                    .containsAll(who);
        }
        String example = Files.readString(DEPLOY.resolve("example.env"));
        assertThat(example).contains(who.stream().map(name -> "\n" + name + "=").toList());
        assertThat(Files.readString(DEPLOY.resolve("k8s/settings.yaml")))
                .contains(who.stream().map(name -> "  " + name + ": ").toList());
    }

    @Test
    void the_readme_says_what_each_is_for() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Set<String> all = allVariables();
        assertThat(all).hasSizeGreaterThan(15);
        assertThat(readme)
                .contains(all.stream().map(variable -> "`" + variable + "`").toList());
    }

    private static boolean isSecret(String variable) {
        return SECRET.matcher(variable).matches();
    }

    /** What a charity gives: all but addresses, which are for simulators and proxies. */
    private static Set<String> variables() throws IOException {
        return allVariables().stream()
                .filter(variable -> !variable.endsWith("_URL"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allVariables() throws IOException {
        String settings = Files.readString(ROOT.resolve("donations-api/src/main/resources/donations-api.yml"));
        return VARIABLE.matcher(settings)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, Object>> yaml(String file) throws IOException {
        return StreamSupport.stream(
                        new Yaml()
                                .loadAll(Files.readString(DEPLOY.resolve(file)))
                                .spliterator(),
                        false)
                .map(ProvidersDeployedTest::map)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
