/**
 * The simulated providers in the demo: started with the service, switched on by the settings that a charity would give, with a
 * cashier at our own front door, so that a code on one screen can be scanned with a phone.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.simulator.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
