package org.yici.disbursement.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A short list as text. */
final class SmallList {

    private final List<String> rows = new ArrayList<>();

    SmallList(String... headings) {
        rows.add(String.join(",", headings));
    }

    static SmallList usual() {
        return new SmallList("姓名", "身份证号", "与户主关系", "乡镇", "村", "类别", "护理等级", "起始日期", "银行卡号");
    }

    SmallList row(String... cells) {
        rows.add(String.join(",", cells));
        return this;
    }

    byte[] bytes() {
        return String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8);
    }
}
