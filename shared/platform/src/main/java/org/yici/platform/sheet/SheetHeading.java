package org.yici.platform.sheet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The row that names the columns, whatever their order. Of two columns with one meaning the first counts.
 *
 * @param <C> what a column may hold
 */
public final class SheetHeading<C extends Enum<C>> {

    private static final int LONGEST = 60;
    private static final Pattern BESIDE = Pattern.compile("\\(.*?\\)|[:*/]");

    private final Class<C> kind;
    private final Function<String, Optional<C>> under;
    private final Map<C, Integer> places;

    private SheetHeading(Class<C> kind, Function<String, Optional<C>> under, Map<C, Integer> places) {
        this.kind = kind;
        this.under = under;
        this.places = places;
    }

    /**
     * The columns that a row names; none of them when it is no heading.
     *
     * @param under the column under a heading that {@link #plain} has made plain
     */
    public static <C extends Enum<C>> SheetHeading<C> in(
            SheetRow row, Class<C> kind, Function<String, Optional<C>> under) {
        Map<C, Integer> places = new EnumMap<>(kind);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            under.apply(plain(row.cell(i).text())).ifPresent(column -> places.putIfAbsent(column, place));
        }
        return new SheetHeading<>(kind, under, places);
    }

    /** A heading for comparing: blanks, colons, stars and what stands in brackets do not count. Empty for what is too long to be one. */
    public static String plain(String heading) {
        return heading.length() > LONGEST
                ? ""
                : BESIDE.matcher(SheetText.plain(heading)).replaceAll("");
    }

    public Set<C> columns() {
        return places.keySet();
    }

    /** Whether the row names this column once more, where it stands. */
    public boolean isRepeatedBy(SheetRow row, C column) {
        SheetCell cell = row.cell(places.getOrDefault(column, 0));
        return cell.number() == null
                && under.apply(plain(cell.text())).filter(column::equals).isPresent();
    }

    /** The cells of a line by what they hold. */
    public Map<C, SheetCell> cells(SheetRow row) {
        Map<C, SheetCell> cells = new EnumMap<>(kind);
        places.forEach((column, place) -> cells.put(column, row.cell(place)));
        return cells;
    }
}
