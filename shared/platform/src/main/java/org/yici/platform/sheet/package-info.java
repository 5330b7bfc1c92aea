/**
 * Spreadsheets as people make them: .xlsx, .xls and text (CSV), told apart by what is in them and read row by row, so that
 * the size of a sheet costs time and no memory. {@link org.yici.platform.sheet.Sheets#open} is the way in.
 *
 * <p>.xls is read by Apache POI's event interface. Of .xlsx, which is a zip of XML, the parts that matter are read here,
 * by the JDK alone: pulled rather than pushed, and with a limit on everything that a made-up file could blow up.
 */
@NullMarked
@CheckReturnValue
package org.yici.platform.sheet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
