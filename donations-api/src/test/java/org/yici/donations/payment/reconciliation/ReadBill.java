package org.yici.donations.payment.reconciliation;

import static org.yici.donations.World.done;

import java.time.LocalDate;
import org.yici.donations.World;
import org.yici.donations.payment.checkout.Providers;
import org.yici.donations.payment.order.Bill;

/** Reads a provider's bill at once, as the morning does. */
public final class ReadBill {

    private final World world;

    public ReadBill(World world) {
        this.world = world;
    }

    public Bill of(String provider, LocalDate day) {
        return done(world.bean(ReconcileDay.class)
                .run(world.bean(Providers.class).find(provider).orElseThrow(), day));
    }
}
