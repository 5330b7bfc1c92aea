package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

@DisplayName("A large list that is brought in on the page")
class LargeListTest {

    private static final int ROWS = 5_000;
    private static final County county = County.start();

    private final Person intake = county.staff("intake");

    private Answer bring(SmallList list) {
        return Upload.of(
                intake, "/staff/households/lists/new", "名单.csv", list.bytes(), "text/html", Map.of("consent", "true"));
    }

    private static String somebody(int order) {
        String body = "2299991970%02d%02d%03d".formatted(1 + order / 1_000, 1 + order % 28, order % 1_000);
        return body + InventedCounty.check(body);
    }

    private String whenRead(String page) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            String body = intake.page(page).body();
            if (!body.contains("正在读")) {
                return body;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(intake.page(page).body());
    }

    private static long count(String what) {
        return county.count("select count(*) from disbursement." + what);
    }

    @Test
    @DisplayName("is read in the background while its page shows how far that is, and nothing of its file stays behind")
    void read() throws InterruptedException {
        SmallList list = SmallList.usual();
        for (int i = 0; i < ROWS; i++) {
            list.row("王芳", somebody(i), "户主", "赞字乡", "东升村", "低保", "", "2018-01-01", "6222021234567890128");
        }
        Answer brought = bring(list);
        assertThat(brought.status()).as(brought.body()).isEqualTo(303);
        String page = brought.location();
        String first = intake.page(page).body();
        if (first.contains("正在读")) {
            assertThat(first).contains("可以离开这一页，会继续读").contains("<progress");
            assertThat(intake.send(
                                    page + "/confirmation",
                                    "POST",
                                    "application/x-www-form-urlencoded",
                                    "text/html",
                                    new byte[0])
                            .status())
                    .isEqualTo(409);
        }
        assertThat(whenRead(page)).contains("读了 5,000 人，5,000 人的内容没有错");
        assertThat(count("register_file")).isZero();
    }

    @Test
    @DisplayName("says in words that it could not be read to its end, and can be thrown away")
    void unreadable() throws InterruptedException {
        SmallList list = SmallList.usual();
        for (int i = 0; i < ROWS; i++) {
            list.row("合计", "", "", "", "", "", "", "", "共若干人，见附件里的说明，不在这张表里。");
        }
        String page = bring(list).location();
        assertThat(whenRead(page)).contains("读不下去了").contains("25 万行");
        assertThat(count("register_file")).isZero();
        assertThat(intake.send(page + "/removal", "POST", "application/x-www-form-urlencoded", "text/html", new byte[0])
                        .status())
                .isEqualTo(303);
        assertThat(intake.page(page).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("of which nothing is left to read is said to be unreadable, and is not read for ever")
    void nothingLeft() throws InterruptedException {
        county.asOwner("insert into disbursement.register_import (state, file_name, brought_by, brought_at, last_row)"
                + " values ('READING', '断了.csv', 'intake', now(), 9)");
        Thread.sleep(1_500);
        assertThat(county.count("select count(*) from disbursement.register_import"
                        + " where file_name = '断了.csv' and state = 'UNREADABLE'"))
                .isEqualTo(1);
    }
}
