package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.payment.wechat.WechatWorld.get;
import static org.yici.donations.payment.wechat.WechatWorld.reasonOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.simulator.Fault;
import org.yici.platform.outcome.Outcome;

class WechatOpenidTest {

    private static final String BACK = "https://give.example.org/pay/wechat/1?token=t";

    private final WechatWorld world = WechatWorld.world();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void the_browser_is_sent_to_wechat_without_a_question_to_the_donor() {
        assertThat(world.openid.signInAddress(BACK, "s1"))
                .startsWith(world.simulator.address() + "/connect/oauth2/authorize?appid=wx")
                .contains("&response_type=code&scope=snsapi_base&state=s1")
                .endsWith("#wechat_redirect");
    }

    @Test
    void it_comes_back_with_a_code_that_stands_for_the_donor_once() throws Exception {
        MultiValueMap<String, String> back = comesBack("s1");
        assertThat(back.getFirst("token")).isEqualTo("t");
        assertThat(back.getFirst("state")).isEqualTo("s1");
        String code = String.valueOf(back.getFirst("code"));
        assertThat(get(world.openid.payerOf(code))).isEqualTo(Outcome.done(WechatWorld.OPENID));
        assertThat(reasonOf(get(world.openid.payerOf(code)))).isEqualTo("payment-provider-refuses");
    }

    @Test
    void an_invented_code_stands_for_nobody() {
        assertThat(reasonOf(get(world.openid.payerOf("a&b=c")))).isEqualTo("payment-provider-refuses");
    }

    @Test
    void when_it_cannot_be_asked_nothing_is_known_and_no_secret_is_told() throws Exception {
        String code = String.valueOf(comesBack("s1").getFirst("code"));
        for (Fault fault : new Fault[] {Fault.SERVER_ERROR, Fault.DROP}) {
            world.simulator.faults().next("/sns/oauth2/access_token", fault);
            assertThatThrownBy(() -> get(world.openid.payerOf(code)))
                    .isInstanceOf(ProviderOutage.class)
                    .message()
                    .doesNotContain(world.account.appSecret(), code);
        }
        assertThat(get(world.openid.payerOf(code)).isRefused()).isFalse();
    }

    private MultiValueMap<String, String> comesBack(String state) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.openid.signInAddress(BACK, state)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        return UriComponentsBuilder.fromUriString(
                        answer.headers().firstValue("Location").orElseThrow())
                .build()
                .getQueryParams();
    }
}
