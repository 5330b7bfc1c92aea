package org.yici.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/** One call of {@code baseline.give}: the same mix of gifts as {@link GiftRequests}, made of random bytes of their length. */
final class BaselineGift implements AutoCloseable {

    private static final String CALL = "select baseline.give(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int[] AMOUNTS = {100, 600, 2_000, 10_000};
    private static final int DONORS = 20_000;
    /** Of a name of three letters and a phone number, each sealed for its cell. */
    private static final int SEALED_NAME = 42;

    private static final int SEALED_PHONE = 44;
    private static final int HASH = 32;

    private final SplittableRandom random = new SplittableRandom();
    private final PreparedStatement call;

    BaselineGift(Connection connection) throws SQLException {
        this.call = connection.prepareStatement(CALL);
    }

    void give() throws SQLException {
        boolean named = random.nextInt(4) == 0;
        UUID id = TimeOrderedId.next(random);
        call.setObject(1, id);
        call.setObject(2, new UUID(random.nextLong(), random.nextLong()));
        call.setObject(3, new UUID(random.nextLong(), random.nextLong()));
        call.setLong(4, AMOUNTS[random.nextInt(AMOUNTS.length)]);
        call.setString(5, "village-shop");
        call.setBytes(6, named ? bytes(SEALED_NAME) : null);
        call.setBytes(7, named ? bytes(SEALED_PHONE) : null);
        call.setBytes(8, named ? donor() : null);
        call.setBytes(9, bytes(HASH));
        call.setBytes(10, bytes(HASH));
        call.setString(
                11,
                "{\"donation\":\"%s\",\"method\":\"sandbox\",\"place\":\"village-shop\",\"reference\":\"sandbox-%s\"}"
                        .formatted(id, id));
        call.executeQuery().close();
    }

    private byte[] donor() {
        byte[] mark = new byte[HASH];
        new SplittableRandom(random.nextInt(DONORS)).nextBytes(mark);
        return mark;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        call.close();
    }
}
