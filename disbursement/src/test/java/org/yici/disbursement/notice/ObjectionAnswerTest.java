package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;

@DisplayName("Whoever objected")
class ObjectionAnswerTest {

    private static final County county = County.shared();

    private static String noticeOf(String application) {
        return county.staff("auditor")
                .get("/api/v1/applications/" + application)
                .text("/notice/code");
    }

    private static String objections(String notice) {
        return "/api/v1/notices/" + notice + "/objections";
    }

    private static String answer(String notice, Answer receipt) {
        return "/notices/" + notice + "/objections/answer?receipt=" + receipt.text("/receipt") + "&secret="
                + receipt.text("/secret");
    }

    @Test
    @DisplayName("reads what became of it by the receipt's number and secret, and never what was noted inside")
    void readsTheAnswer() {
        String id = county.onNotice("hardship", 20_000);
        String notice = noticeOf(id);
        Answer receipt = county.anybody().post(objections(notice), Map.of("text", "他家有两辆车。"));
        assertThat(receipt.text("/answerUrl")).endsWith(answer(notice, receipt));
        assertThat(county.anybody().page(answer(notice, receipt)).body()).contains("还在核查");
        county.staff("deputy")
                .post(
                        "/api/v1/applications/" + id + "/objections/" + receipt.text("/receipt") + "/resolution",
                        Map.of("decision", "DISMISS", "note", "邻居李四说的不实。", "answer", "车是邻居停的，我们看过行驶证。"));
        Answer page = county.anybody().page(answer(notice, receipt));
        assertThat(page.body()).contains("不成立").contains("我们看过行驶证").doesNotContain("李四");
        Answer json = county.anybody().get("/api/v1" + answer(notice, receipt));
        assertThat(json.text("/state")).isEqualTo("DISMISSED");
        assertThat(json.text("/answer")).isEqualTo("车是邻居停的，我们看过行驶证。");
        assertThat(json.body()).doesNotContain("李四");
    }

    @Test
    @DisplayName("is reached by those who look into it, and by nobody else who reads the case")
    void isProtected() {
        String id = county.onNotice("hardship", 20_000);
        Answer receipt =
                county.anybody().post(objections(noticeOf(id)), Map.of("text", "他家有两辆车。", "contact", "13900001111"));
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        String page = "/staff/applications/" + id;
        assertThat(county.staff("deputy").page(page).body()).contains("13900001111", "他家有两辆车。");
        for (String reader : new String[] {"intake", "reviewer", "cashier", "auditor"}) {
            assertThat(county.staff(reader).page(page).body())
                    .as(reader)
                    .contains("留了联系方式", "他家有两辆车。")
                    .doesNotContain("13900001111");
        }
        county.staff("deputy")
                .post(
                        "/api/v1/applications/" + id + "/objections/" + receipt.text("/receipt") + "/resolution",
                        Map.of("decision", "DISMISS", "note", "邻居李四说的不实。", "answer", "看过行驶证。"));
        assertThat(county.staff("deputy").page(page).body()).contains("13900001111");
        assertThat(county.staff("approver").page(page).body()).contains("李四").doesNotContain("13900001111");
        assertThat(county.staff("admin").page(page + "?lang=en").body())
                .doesNotContain("13900001111")
                .doesNotContain("他家有两辆车。")
                .doesNotContain("李四")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("cannot read another's: numbers can be guessed, secrets cannot")
    void notAnothers() {
        String notice = noticeOf(county.onNotice("hardship", 20_000));
        Answer mine = county.anybody().post(objections(notice), Map.of("text", "一"));
        Answer others = county.anybody().post(objections(notice), Map.of("text", "二"));
        String guessed = "/notices/" + notice + "/objections/answer?receipt=" + others.text("/receipt") + "&secret="
                + mine.text("/secret");
        assertThat(county.anybody().page(guessed).status()).isEqualTo(404);
        assertThat(county.anybody().get("/api/v1" + guessed).status()).isEqualTo(404);
        assertThat(county.anybody()
                        .page("/notices/" + notice + "/objections/answer")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is told to wait, and where else to object, when a flood of them came from one place within the hour")
    void flood() {
        String notice = noticeOf(county.onNotice("hardship", 20_000));
        for (int i = 0; i < 10; i++) {
            assertThat(county.anybody()
                            .post(objections(notice), Map.of("text", "第 " + i + " 条"))
                            .status())
                    .isEqualTo(201);
        }
        Answer more = county.anybody().post(objections(notice), Map.of("text", "又一条"));
        assertThat(more.status()).isEqualTo(429);
        assertThat(more.text("/reason")).isEqualTo("too-many-from-here");
        assertThat(more.text("/detail")).contains("0430-5550108").contains("和平街");
        Answer elsewhere = county.anybody()
                .post(objections(noticeOf(county.onNotice("hardship", 20_000))), Map.of("text", "他家有两辆车。"));
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(county.count("select count(*) from disbursement.objection_sender"))
                .isPositive();
        county.aWeekLater();
        county.bean(Senders.class).forgetEarlierDays().block(Duration.ofSeconds(10));
        assertThat(county.count("select count(*) from disbursement.objection_sender s, disbursement.sender_key k"))
                .isZero();
    }

    @Test
    @DisplayName("hears in words that a case is over where it was withdrawn")
    void overAlready() {
        String id = county.onNotice("hardship", 20_000);
        String notice = noticeOf(id);
        county.staff("intake").post("/api/v1/applications/" + id + "/withdrawal", Map.of("note", "不申请了。"));
        Answer over = county.anybody().post(objections(notice), Map.of("text", "他家有两辆车。"));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("/reason")).isEqualTo("nothing-to-object");
        assertThat(over.text("/detail")).contains("已撤回");
    }

    @Test
    @DisplayName("has an answer within days that the desk counts")
    void deadline() {
        String id = county.onNotice("hardship", 20_000);
        county.anybody().post(objections(noticeOf(id)), Map.of("text", "他家有两辆车。"));
        county.aWeekLater();
        county.aWeekLater();
        assertThat(county.staff("deputy").page("/staff/applications/" + id).body())
                .contains("已逾期 6 天");
    }
}
