package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;

/** Anybody may object while a notice runs, and an objection stops the grant. */
class ObjectionTest {

    private static final County county = County.shared();

    private static String noticeOf(String application) {
        return county.staff("auditor")
                .get("/api/v1/applications/" + application)
                .text("/notice/code");
    }

    private static Answer object(String notice) {
        return county.anybody()
                .post("/api/v1/notices/" + notice + "/objections", Map.of("text", "他家有两辆车。", "contact", "139"));
    }

    private static String state(String application) {
        return county.staff("auditor")
                .get("/api/v1/applications/" + application)
                .text("/state");
    }

    @Test
    void an_objection_stops_the_grant_until_somebody_without_a_part_dismisses_it() {
        String id = county.onNotice("schooling", 20_000);
        Answer receipt = object(noticeOf(id));
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(state(id)).isEqualTo("OBJECTED");
        county.aWeekLater();
        Person approver = county.staff("approver");
        Map<String, Object> approve = Map.of("decision", "APPROVE", "note", "同意");
        String path = "/api/v1/applications/" + id;
        assertThat(approver.post(path + "/approval", approve).text("/reason")).isEqualTo("objection-open");

        String resolution = path + "/objections/" + receipt.text("/receipt") + "/resolution";
        Map<String, Object> dismiss = Map.of("decision", "DISMISS", "note", "车是邻居的。");
        assertThat(county.staff("reviewer").post(resolution, dismiss).text("/reason"))
                .isEqualTo("same-person");
        Answer dismissed = county.staff("deputy").post(resolution, dismiss);
        assertThat(dismissed.text("/state")).isEqualTo("NOTICE_ENDED");
        assertThat(county.staff("deputy").post(resolution, dismiss).status()).isEqualTo(409);
        assertThat(approver.post(path + "/approval", approve).status()).isEqualTo(201);
    }

    @Test
    void an_objection_that_is_upheld_ends_the_grant() {
        String id = county.onNotice("hardship", 20_000);
        String receipt = object(noticeOf(id)).text("/receipt");
        Answer upheld = county.staff("deputy")
                .post(
                        "/api/v1/applications/" + id + "/objections/" + receipt + "/resolution",
                        Map.of("decision", "UPHOLD", "note", "属实。"));
        assertThat(upheld.text("/state")).isEqualTo("REFUSED");
        assertThatItsListComesDownUnderAHash(id, 4);
    }

    @Test
    void a_case_withdrawn_while_on_notice_takes_its_list_down() {
        String id = county.onNotice("hardship", 20_000);
        Answer withdrawn =
                county.staff("intake").post("/api/v1/applications/" + id + "/withdrawal", Map.of("note", "不申请了。"));
        assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
        assertThatItsListComesDownUnderAHash(id, 3);
    }

    @Test
    void a_notice_that_cannot_end_holds_back_none_behind_it() {
        String broken = noticeOf(county.onNotice("medical", 20_000));
        String behind = county.onNotice("medical", 20_000);
        county.bean(Transactions.class)
                .inOne(() -> county.bean(Ledger.class)
                        .post(List.of(MoneyMoves.giftReceived(
                                "notice-ended/" + broken,
                                county.now(),
                                "sandbox",
                                FundCode.of("daily-kindness"),
                                CampaignCode.of("daily-kindness"),
                                Money.ofFen(1))))
                        .map(Outcome::done))
                .block(Duration.ofSeconds(10));
        county.aWeekLater();
        assertThatItsListComesDownUnderAHash(behind, 3);
        assertThat(published(broken)).hasSize(1);
    }

    private static void assertThatItsListComesDownUnderAHash(String application, int lines) {
        String notice = noticeOf(application);
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        List<String> published = published(notice);
        assertThat(published).hasSize(lines);
        assertThat(published.get(0)).startsWith("notice-ended:").contains("\"hash\":");
        assertThat(published.get(lines - 1)).isEqualTo("notice:gone");
    }

    @Test
    void after_the_end_an_objection_hears_that_it_is_too_late_and_the_list_has_come_down() {
        String id = county.onNotice("medical", 20_000);
        String notice = noticeOf(id);
        county.aWeekLater();
        Answer late = object(notice);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("notice-ended");
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        List<String> published = published(notice);
        assertThat(published).hasSize(3);
        assertThat(published.get(0)).startsWith("notice-ended:").contains("\"hash\":");
        assertThat(published.get(1)).contains("王**").doesNotContain("桂兰");
        assertThat(published.get(2)).isEqualTo("notice:gone");
    }

    @Test
    void the_page_takes_an_objection_without_scripts_or_an_account() {
        String notice = noticeOf(county.onNotice("medical", 20_000));
        String path = "/notices/" + notice + "/objections";
        assertThat(county.anybody().page(path).status()).isEqualTo(200);
        Answer empty = county.anybody()
                .send(
                        path,
                        "POST",
                        "application/x-www-form-urlencoded",
                        "text/html",
                        "idempotencyKey=0123456789abcdef&text=".getBytes());
        assertThat(empty.status()).isEqualTo(422);
        Answer sent = county.anybody()
                .send(
                        path,
                        "POST",
                        "application/x-www-form-urlencoded",
                        "text/html",
                        "idempotencyKey=0123456789abcdef&text=abc".getBytes());
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body()).contains("回执号");
        assertThat(county.anybody().page("/notices/N-1999-0001/objections").status())
                .isEqualTo(404);
    }

    private static List<String> published(String notice) {
        return county.bean(DatabaseClient.class)
                .sql("select type || ':' || coalesce(body, 'gone') as line from platform.outbox where key in ($1, $2)"
                        + " order by topic, number")
                .bind(0, notice)
                .bind(1, "notice:" + notice)
                .map(row -> row.get("line", String.class))
                .all()
                .collectList()
                .block(Duration.ofSeconds(10));
    }
}
