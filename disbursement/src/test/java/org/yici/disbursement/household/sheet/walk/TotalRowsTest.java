package org.yici.disbursement.household.sheet.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.disbursement.County;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;

@DisplayName("A total on a clerk's list is nobody, wherever its figures stand")
class TotalRowsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"合计,,共 980 人,", "合计,980人,980,", ",总计,——,", "1,小计,980人,", "小计,/,（见上）,"})
    @DisplayName("its words or count under the number's heading do not make it a wrong row")
    void totals(String total) throws IOException {
        assertThat(read(total).get(0)).isEqualTo(new Piece.PassedOver(3, Why.TOTAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,李强,不详,合计两口", "合计,,220723196101,"})
    @DisplayName("somebody who is named, or whose number is mistyped, stays a row that is wrong")
    void people(String row) throws IOException {
        assertThat(read(row)).noneMatch(Piece.PassedOver.class::isInstance);
    }

    private List<Piece> read(String row) throws IOException {
        String text = "序号,姓名,身份证号,备注\r\n1,王桂兰," + County.identity(7003) + ",\r\n" + row;
        Path file = Files.write(folder.resolve("list.csv"), text.getBytes(StandardCharsets.UTF_8));
        SheetWalk walk = new SheetWalk(LocalDate.of(2018, 5, 4), SheetWalk.Defaults.NONE);
        try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
            Iterable<SheetRow> all = () -> rows;
            List<Piece> pieces = StreamSupport.stream(all.spliterator(), false)
                    .flatMap(walk::row)
                    .toList();
            return Stream.concat(pieces.stream(), walk.end()).toList();
        }
    }
}
