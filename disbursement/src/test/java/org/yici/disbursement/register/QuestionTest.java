package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.household.CardNumber;

/** What may be twice is shown to a person, who decides; nothing is merged by the program. */
class QuestionTest {

    private static final County county = County.start();
    private static int cards;
    private static final String QUESTIONS = "/staff/households/questions";
    private static int order = 500;

    private final Person intake = county.staff("intake");

    private static String born(String day) {
        String body = "229999" + day + "%03d".formatted(++order);
        return body + InventedCounty.check(body);
    }

    /** A valid number that no other household of the test has: one card in two households is a question of its own. */
    private static String card() {
        String head = "62220212345%05d".formatted(++cards);
        for (int check = 0; check < 10; check++) {
            if (CardNumber.isValid(head + check)) {
                return head + check;
            }
        }
        throw new AssertionError(head);
    }

    private Answer bring(SmallList list) {
        Answer answer = Upload.of(intake, "/api/v1/households/import", "名单.csv", list.bytes());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer decide(Person actor, String id, String decision, String note) {
        String form = Map.of("decision", decision, "note", note).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return actor.send(
                QUESTIONS + "/" + id + "/decision",
                "POST",
                "application/x-www-form-urlencoded",
                "text/html",
                form.getBytes(StandardCharsets.UTF_8));
    }

    /** The question on the page that says these words. */
    private String question(String words) {
        String page = intake.page(QUESTIONS).body();
        assertThat(page).contains(words);
        String before = page.substring(0, page.lastIndexOf("/decision"));
        String[] parts = page.substring(page.indexOf(words)).split("/questions/");
        assertThat(before).isNotEmpty();
        return parts[1].substring(0, 36);
    }

    @Test
    void one_person_in_two_households_waits_for_somebody_who_knows() {
        String child = born("20050304");
        bring(SmallList.usual()
                .row("赵德福", born("19600101"), "户主", "赞字乡", "东升村", "低保", "", "2017-01-01", card())
                .row("赵小雨", child, "子女", "", "", "", "", "", ""));
        SmallList moved = SmallList.usual()
                .row("钱桂兰", born("19620202"), "户主", "清河镇", "向阳村", "低保", "", "2018-01-01", card())
                .row("赵小雨", child, "孙女", "", "", "", "", "", "");
        Answer refused = bring(moved);
        assertThat(refused.json().at("/accepted").asInt()).isZero();
        assertThat(refused.body()).contains("登记在住户 H-").contains("待核").doesNotContain(child);
        bring(moved);

        String id = question("钱桂兰");
        assertThat(decide(county.staff("reviewer"), id, "LEAVES", "看过").status())
                .isEqualTo(403);
        assertThat(decide(intake, id, "CHANGES", "看过").status()).isEqualTo(422);
        assertThat(decide(intake, id, "LEAVES", "").status()).isEqualTo(422);
        Answer decided = decide(intake, id, "LEAVES", "入户看过，孩子跟外祖母住");
        assertThat(decided.status()).as(decided.body()).isEqualTo(303);
        assertThat(decide(intake, id, "STAYS", "再定一次").status()).isEqualTo(409);
        assertThat(intake.page(QUESTIONS + "?show=decided").body()).contains("跟外祖母住");
        assertThat(bring(moved).json().at("/added").asInt()).isEqualTo(2);
        assertThat(bring(moved).json().at("/same").asInt()).isEqualTo(2);
    }

    @Test
    void two_categories_that_exclude_each_other_are_asked_about_and_the_day_decides_which_held() {
        String head = born("19480505");
        String card = card();
        bring(SmallList.usual().row("孙守义", head, "户主", "松岭乡", "太平村", "低保", "", "2016-01-01", card));
        SmallList tekun = SmallList.usual().row("孙守义", head, "户主", "松岭乡", "太平村", "特困", "半自理", "2018-03-01", card);
        Answer refused = bring(tekun);
        assertThat(refused.json().at("/accepted").asInt()).isZero();
        assertThat(refused.body()).contains("现有的类别和它不能同时有");

        String id = question("孙守义");
        assertThat(decide(intake, id, "CHANGES", "民政已批特困，低保停发").status()).isEqualTo(303);
        Answer again = bring(tekun);
        assertThat(again.json().at("/same").asInt()).as(again.body()).isEqualTo(1);

        String code = intake.get("/api/v1/households?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/township").asString().equals("松岭乡"))
                .map(one -> one.at("/id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(on(code, "2018-02-28")).contains("DIBAO").doesNotContain("TEKUN");
        assertThat(on(code, "2018-03-01")).contains("TEKUN").contains("PARTLY").doesNotContain("DIBAO");
        assertThat(on(code, "2015-12-31")).doesNotContain("DIBAO");
        assertThat(intake.get("/api/v1/households/" + code + "/categories?on=yesterday")
                        .status())
                .isEqualTo(400);
    }

    private String on(String household, String day) {
        return intake.get("/api/v1/households/" + household + "/categories?on=" + day)
                .body();
    }

    @Test
    void near_names_of_one_birthday_and_village_are_asked_about_and_nobody_is_merged() {
        bring(SmallList.usual().row("周永贵", born("19530909"), "户主", "柳河镇", "双河村", "低保", "", "2017-01-01", card()));
        Answer near = bring(
                SmallList.usual().row("周永桂", born("19530909"), "户主", "柳河镇", "双河村", "低保", "", "2017-01-01", card()));
        assertThat(near.json().at("/added").asInt()).isEqualTo(1);
        bring(SmallList.usual().row("周永责", born("19530909"), "户主", "柳河镇", "靠山村", "低保", "", "2017-01-01", card()));
        bring(SmallList.usual().row("马大年", born("19530909"), "户主", "柳河镇", "双河村", "低保", "", "2017-01-01", card()));
        String page = intake.page(QUESTIONS).body();
        assertThat(page).contains("周永贵").contains("周永桂").doesNotContain("周永责").doesNotContain("马大年");
        assertThat(decide(intake, question("周永贵"), "DIFFERENT", "两个人，身份证都看过").status())
                .isEqualTo(303);
        assertThat(intake.page(QUESTIONS).body()).doesNotContain("周永贵");
    }

    @Test
    void the_same_list_brought_in_by_ten_at_once_registers_everybody_once() {
        SmallList list = SmallList.usual();
        for (int i = 0; i < 12; i++) {
            list.row(
                    "何大" + (char) ('一' + i),
                    born("195001" + (10 + i)),
                    "户主",
                    "清河镇",
                    "兴隆村",
                    "低保",
                    "",
                    "2018-01-01",
                    card());
        }
        byte[] file = list.bytes();
        List<Answer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Upload.of(intake, "/api/v1/households/import", "名单.csv", file)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        answers.forEach(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.json().at("/added").asInt())
                        .sum())
                .isEqualTo(12);
        assertThat(bring(list).json().at("/same").asInt()).isEqualTo(12);
    }
}
