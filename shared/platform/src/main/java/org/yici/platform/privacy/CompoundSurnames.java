package org.yici.platform.privacy;

import java.util.Set;

/** The surnames of two characters that are still borne: 欧阳晓晴 is of the 欧阳, and 欧** would call her by half of it. */
final class CompoundSurnames {

    private static final int LENGTH = 2;
    private static final int LONGEST_NAME = 4;

    private static final Set<String> KNOWN = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "端木", "南宫", "长孙", "宇文", "闻人", "申屠",
            "轩辕", "淳于", "单于", "太史", "公冶", "濮阳", "赫连", "澹台", "宗政", "钟离", "鲜于", "闾丘", "司空", "独孤", "西门", "百里", "呼延", "拓跋",
            "万俟", "第五", "公羊", "太叔", "仲孙", "南门", "东郭", "左丘", "东门");

    private CompoundSurnames() {}

    /** A name of two characters has a surname of one, and one of more than four is not of this kind. */
    static boolean begin(String name) {
        int length = name.codePointCount(0, name.length());
        return length > LENGTH && length <= LONGEST_NAME && KNOWN.contains(name.substring(0, LENGTH));
    }
}
