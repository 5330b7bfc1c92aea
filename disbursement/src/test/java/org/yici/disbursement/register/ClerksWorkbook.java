package org.yici.disbursement.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The clerk's workbook of 911 households and 980 people: two titles, a heading of two rows with merged cells, blanks and
 * full-width digits in numbers, dates in five spellings, the heading once more in the middle, subtotals and a total, who
 * made it; and some rows that are wrong, each of which the workbook knows.
 */
final class ClerksWorkbook {

    /** What is wrong where: by row as the spreadsheet shows it, a word of the message. */
    private final Map<Integer, String> wrong = new TreeMap<>();

    private final Sheet sheet;
    private final CellStyle dateStyle;
    private final List<InventedCounty.Household> households;
    private int next;
    private int people;
    private int held;

    private ClerksWorkbook(Workbook book, List<InventedCounty.Household> households) {
        this.sheet = book.createSheet("特困人员");
        this.households = households;
        this.dateStyle = book.createCellStyle();
        dateStyle.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
    }

    /** @param held right rows that wait for a wrong one of their household */
    record Made(
            byte[] file, Map<Integer, String> wrong, int people, int held, List<InventedCounty.Household> households) {}

    static Made make(Workbook book, long seed) {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ClerksWorkbook made = new ClerksWorkbook(book, InventedCounty.households(seed));
            made.fill();
            book.write(out);
            return new Made(out.toByteArray(), made.wrong, made.people, made.held, made.households);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        title("乾河县特困人员救助供养花名册");
        title("填报单位：乾河县民政局        2018年5月        共 911 户 980 人");
        heading();
        for (int i = 0; i < households.size(); i++) {
            if (i == 400) {
                cells("小计", "", "", "", "", "", "", "400 户");
                heading();
            }
            household(i);
        }
        copied(households.get(100).head());
        cells("合计", "", "", "", "911 户", "", "", "980 人");
        cells("制表：李明", "", "", "审核：赵强", "", "", "2018年5月4日");
    }

    private void title(String words) {
        sheet.createRow(next).createCell(0).setCellValue(words);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, 11));
        next++;
    }

    /** 所在地 over township and village, 银行信息 over the card's; the rest is merged downwards. */
    private void heading() {
        cells("序号", "所在地", "", "姓 名", "与户主关系", "身份证号码", "救助类别", "城乡", "护理等级", "认定日期", "银行信息", "", "联系电话");
        cells("", "乡镇", "村（社区）", "", "", "", "", "", "", "", "开户名", "账号", "");
        merge(next - 2, next - 2, 1, 2);
        merge(next - 2, next - 2, 10, 11);
        for (int column : new int[] {0, 3, 4, 5, 6, 7, 8, 9, 12}) {
            merge(next - 2, next - 1, column, column);
        }
    }

    private void household(int index) {
        InventedCounty.Household household = households.get(index);
        int first = next;
        person(index, household.head());
        household.others().forEach(other -> person(index, other));
        if (next - first > 1) {
            merge(first, next - 1, 1, 1);
            merge(first, next - 1, 2, 2);
            long bad = wrong.keySet().stream().filter(row -> row > first).count();
            held += bad > 0 ? next - first - (int) bad : 0;
        }
    }

    private void person(int index, InventedCounty.Person person) {
        people++;
        boolean head = person.relation().equals("本人");
        String identity = person.identity();
        String card = person.card();
        String care = person.care();
        if (head && index % 150 == 7) {
            identity = identity.substring(0, 17) + (identity.charAt(17) == '1' ? '2' : '1');
            wrong.put(next + 1, "校验位");
        } else if (head && index % 300 == 20) {
            identity = identity.substring(0, 10) + "1332" + identity.substring(14);
            wrong.put(next + 1, "出生日期");
        } else if (head && index == 33) {
            identity = identity.substring(0, 15);
            wrong.put(next + 1, "15 位");
        } else if (head && index == 60) {
            card = card.substring(0, 18) + (char) ('0' + (card.charAt(18) - '0' + 1) % 10);
            wrong.put(next + 1, "卡号不对");
        } else if (!head && index == 5) {
            identity = "";
            wrong.put(next + 1, "没有填");
        } else if (head && index == 70) {
            care = "不清楚";
            wrong.put(next + 1, "全自理");
        }
        line(index, person, head, spelled(identity, index), card, care);
    }

    private void line(
            int index, InventedCounty.Person person, boolean head, String identity, String card, String care) {
        boolean merged = !head;
        cells(
                head ? "" + (index + 1) : "",
                merged ? "" : person.township(),
                merged ? "" : person.village(),
                index % 9 == 4 ? person.name().charAt(0) + "　" + person.name().substring(1) : person.name(),
                head ? index % 4 == 0 ? "户主" : "本人" : person.relation(),
                identity,
                index % 5 == 0 ? "特困" : index % 5 == 1 ? "特困人员" : "特困供养",
                person.area(),
                care,
                "",
                head ? person.name() : "",
                index % 6 == 0 ? card.replaceAll("(\\d{4})(?=\\d)", "$1 ") : card,
                person.phone());
        date(sheet.getRow(next - 1).getCell(9), person.since(), index);
    }

    private static String spelled(String identity, int index) {
        return switch (index % 8) {
            case 1 -> identity.replaceAll("^(.{6})(.{8})", "$1 $2 ");
            case 2 -> fullWidth(identity);
            case 3 -> identity.toLowerCase(java.util.Locale.ROOT) + "\u00a0";
            case 4 -> "　" + identity;
            default -> identity;
        };
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }

    private void date(Cell cell, LocalDate day, int index) {
        switch (index % 5) {
            case 0 -> {
                cell.setCellValue(day);
                cell.setCellStyle(dateStyle);
            }
            case 1 -> cell.setCellValue(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
            case 2 -> cell.setCellValue(day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth());
            case 3 -> cell.setCellValue(day.toString().replace("-", ""));
            default -> cell.setCellValue(day.toString().replace("-", "/"));
        }
    }

    /** The same person once more, at the end of the list. */
    private void copied(InventedCounty.Person person) {
        wrong.put(next + 1, "是同一个人");
        line(2_000, person, true, person.identity(), person.card(), person.care());
    }

    private void cells(String... texts) {
        Row row = sheet.createRow(next++);
        List<String> all = new ArrayList<>(List.of(texts));
        for (int i = 0; i < all.size(); i++) {
            row.createCell(i).setCellValue(all.get(i));
        }
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
}
