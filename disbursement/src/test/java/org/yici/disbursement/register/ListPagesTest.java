package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** Lists and households as staff see them, in a browser without scripts. */
class ListPagesTest {

    private static final County county = County.start();
    private static final String CARD = "6222021234567890128";
    private static int order = 700;

    private final Person intake = county.staff("intake");

    private static String born(String day) {
        String body = "229999" + day + "%03d".formatted(++order);
        return body + InventedCounty.check(body);
    }

    private Answer bring(SmallList list, Map<String, String> fields) {
        return Upload.of(intake, "/staff/households/lists/new", "名单.csv", list.bytes(), "text/html", fields);
    }

    private String entered(SmallList list) throws InterruptedException {
        String page = bring(list, Map.of("consent", "true")).location();
        assertThat(intake.send(
                                page + "/confirmation",
                                "POST",
                                "application/x-www-form-urlencoded",
                                "text/html",
                                new byte[0])
                        .status())
                .isEqualTo(303);
        for (int i = 0; i < 100; i++) {
            String body = intake.page(page).body();
            if (body.contains("已登记</span>")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not entered: " + intake.page(page).body());
    }

    @Test
    void a_list_is_read_looked_through_and_entered_while_others_only_read() throws InterruptedException {
        SmallList list = SmallList.usual()
                .row("王芳", born("19700101"), "户主", "赞字乡", "东升村", "低保", "", "2018-01-01", CARD)
                .row("李四", "220702197902302841", "户主", "赞字乡", "东升村", "低保", "", "2018-01-01", CARD);
        assertThat(bring(list, Map.of()).body()).contains("没有签字存档的授权书");
        String page = bring(list, Map.of("consent", "true")).location();
        assertThat(page).startsWith("/staff/households/lists/");
        Answer read = intake.page(page);
        assertThat(read.body()).contains("读了 2 人，1 人的内容没有错").contains("出生日期不存在").contains("登记这 1 人");
        assertThat(read.body()).doesNotContain("220702197902302841");
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page(page).body()).contains("王芳").doesNotContain("登记这 1 人");
        assertThat(reviewer.page("/staff/households/lists/new").status()).isEqualTo(403);
        assertThat(county.staff("admin").page(page).body()).contains("王**").doesNotContain("王芳");
        assertThat(reviewer.send(
                                page + "/confirmation",
                                "POST",
                                "application/x-www-form-urlencoded",
                                "text/html",
                                new byte[0])
                        .status())
                .isEqualTo(403);

        String entered = entered(list);
        assertThat(intake.page(entered).body()).contains("新登记 1 人");
        assertThat(intake.send(
                                entered + "/removal",
                                "POST",
                                "application/x-www-form-urlencoded",
                                "text/html",
                                new byte[0])
                        .status())
                .isEqualTo(409);
        assertThat(intake.page("/staff/households").body()).contains("王芳");
    }

    @Test
    void what_is_no_list_is_refused_with_words_that_say_what_to_do() {
        for (byte[] file : List.of(
                new byte[0],
                "PK\u0003\u0004 none".getBytes(StandardCharsets.ISO_8859_1),
                "<html>".getBytes(StandardCharsets.UTF_8),
                "日期,金额\r\n2018-05-04,3".getBytes(StandardCharsets.UTF_8),
                SmallList.usual().bytes())) {
            Answer answer = Upload.of(intake, "/api/v1/households/import?dryRun=true", "x.xlsx", file);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"file\"").doesNotContain("input.");
        }
        assertThat(Upload.of(
                                county.staff("reviewer"),
                                "/api/v1/households/import",
                                "x.csv",
                                SmallList.usual().bytes())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_template_is_read_back_and_no_cell_of_an_export_runs_as_a_formula() throws InterruptedException {
        String headings =
                new String(Upload.download(intake, "/staff/households/lists/template.csv"), StandardCharsets.UTF_8);
        assertThat(headings).contains("姓名,身份证号,与户主关系,乡镇,村,类别");
        assertThat(Upload.download(intake, "/staff/households/lists/template.xlsx"))
                .startsWith('P', 'K');
        String identity = born("19710101");
        entered(SmallList.usual().row("=HYPERLINK(1)", identity, "户主", "@SUM(A1)", "+村", "低保", "", "2018-01-01", CARD));
        String csv = new String(Upload.download(intake, "/staff/households/register.csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("'=HYPERLINK(1)")
                .contains("'@SUM(A1)")
                .contains("'+村")
                .contains(identity);
        for (String path : List.of(
                "/staff/households/lists/all", "/staff/households/lists/1/rows", "/staff/households/questions/all")) {
            assertThat(Upload.download(intake, path + ".xlsx")).startsWith('P', 'K');
            assertThat(new String(Upload.download(intake, path + ".csv"), StandardCharsets.UTF_8))
                    .doesNotContain(identity);
        }
        for (String reader : List.of("reviewer", "auditor", "admin")) {
            String seen = new String(
                    Upload.download(county.staff(reader), "/staff/households/register.csv"), StandardCharsets.UTF_8);
            assertThat(seen).doesNotContain(identity).doesNotContain(CARD);
        }
    }

    @Test
    void a_household_shows_its_head_guardian_history_and_who_left() throws InterruptedException {
        String child = born("20080808");
        SmallList list = new SmallList(
                        "户主", "姓名", "身份证号", "与户主关系", "乡镇", "村", "类别", "护理等级", "起始日期", "银行卡号", "开户名", "监护人", "监护人身份证号")
                .row("", "吴福生", born("19410303"), "户主", "赞字乡", "东升村", "五保", "全护理", "2016-02-01", CARD, "郑强", "", "")
                .row("", "吴小小", child, "孙子", "", "", "", "", "", "", "", "郑强", born("19750505"));
        String page = entered(list);
        String rows = intake.page(page).body();
        String household = "/staff/households/"
                + rows.split("href=\"/staff/households/")[
                        rows.split("吴福生")[0].split("href=\"/staff/households/").length - 1]
                        .split("\"")[0];
        String body = intake.page(household).body();
        assertThat(body)
                .contains("监护人 郑强")
                .contains("户外监护人")
                .contains("特困")
                .contains("不能自理")
                .contains("农村")
                .contains("随名单存档")
                .contains("229999201201")
                .doesNotContain(child);
        String leaving = body.split("action=\"" + household + "/members/")[1].split("\"")[0];
        Answer left = intake.send(
                household + "/members/" + leaving,
                "POST",
                "application/x-www-form-urlencoded",
                "text/html",
                "why=DIED".getBytes(StandardCharsets.UTF_8));
        assertThat(left.status()).as(left.body()).isEqualTo(303);
        assertThat(intake.page(household).body()).contains("去世 20");
    }

    @Test
    void every_page_of_the_register_opens_in_both_languages() {
        for (String path : List.of(
                "/staff/households",
                "/staff/households/new",
                "/staff/households/lists",
                "/staff/households/lists/new",
                "/staff/households/divisions",
                "/staff/households/questions")) {
            for (String lang : List.of("zh", "en")) {
                Answer page = intake.page(path + "?lang=" + lang);
                assertThat(page.status()).as(path + page.body()).isEqualTo(200);
                assertThat(page.body()).as(path).doesNotContain("??");
            }
        }
    }

    @Test
    void the_county_brings_its_own_divisions_whole_or_not_at_all() {
        String address = "/staff/households/divisions";
        byte[] wrong = "代码,名称\r\n229998101000,新河镇\r\n22,错".getBytes(StandardCharsets.UTF_8);
        Answer refused = Upload.of(intake, address, "x.csv", wrong, "text/html", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("第 3 行").doesNotContain("新河镇");
        byte[] right = "名称,统计用区划代码\r\n新河镇,229998101000\r\n大甸村,229998101203".getBytes(StandardCharsets.UTF_8);
        assertThat(Upload.of(intake, address, "x.csv", right, "text/html", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(intake.page(address).body())
                .contains("新河镇")
                .contains("229998101<")
                .contains("大甸村");
        assertThat(Upload.of(county.staff("reviewer"), address, "x.csv", right, "text/html", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
