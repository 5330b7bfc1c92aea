package org.yici.disbursement.household.sheet.walk;

/** What comes out of a list, in its order: a household, or a row that is nobody's. */
public sealed interface Piece {

    record Lines(SheetHousehold household) implements Piece {}

    record PassedOver(int row, Why why) implements Piece {}
}
