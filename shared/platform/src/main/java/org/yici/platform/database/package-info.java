/** Migrations, transactions and the settings of one service's database role. */
@NullMarked
@CheckReturnValue
package org.yici.platform.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
