package org.yici.donations.payment.simulator.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.MultiValueMap;
import org.yici.donations.payment.simulator.Loopback.Answer;

/** Bills: asked for by day ({@code /v3/bill/…}), then fetched, unsigned, by a token that is good once. */
final class BillDesk {

    private static final String DOWNLOAD = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=";
    private static final int BAD = 400;

    private final Movements movements;
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();
    private volatile boolean ready = true;
    private volatile boolean spoilt;

    BillDesk(Movements movements) {
        this.movements = movements;
    }

    void ready(boolean yes) {
        ready = yes;
    }

    /** The next files are not what their hash says. */
    void spoil(boolean yes) {
        spoilt = yes;
    }

    String trade(MultiValueMap<String, String> asked) {
        LocalDate day = day(asked);
        var payments = movements.payments(day);
        var refunds = movements.refunds(day);
        requireAny(payments.isEmpty() && refunds.isEmpty());
        return offer(TradeText.of(payments, refunds), asked);
    }

    String fundFlow(MultiValueMap<String, String> asked) {
        LocalDate day = day(asked);
        var payments = movements.payments(day);
        var refunds = movements.refunds(day);
        var settlements = movements.settlements(day);
        requireAny(payments.isEmpty() && refunds.isEmpty() && settlements.isEmpty());
        return offer(FundFlowText.of(payments, refunds, settlements), asked);
    }

    Answer file(String token) {
        byte[] file = waiting.remove(token);
        if (file == null) {
            throw new ApiError(BAD, "INVALID_REQUEST");
        }
        return new Answer(200, Map.of("Content-Type", "application/octet-stream"), file);
    }

    private LocalDate day(MultiValueMap<String, String> asked) {
        if (!ready) {
            throw new ApiError(BAD, "STATEMENT_CREATING");
        }
        return LocalDate.parse(Targets.one(asked, "bill_date"));
    }

    private static void requireAny(boolean none) {
        if (none) {
            throw new ApiError(BAD, "NO_STATEMENT_EXIST");
        }
    }

    private String offer(String text, MultiValueMap<String, String> asked) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] sent = spoilt ? text.replace("`", "``").getBytes(StandardCharsets.UTF_8) : bytes;
        String token = UUID.randomUUID().toString();
        waiting.put(token, Targets.one(asked, "tar_type").equals("GZIP") ? zipped(sent) : sent);
        return Papers.object()
                .put("hash_type", "SHA1")
                .put("hash_value", sha1(bytes))
                .put("download_url", DOWNLOAD + token)
                .toString();
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
