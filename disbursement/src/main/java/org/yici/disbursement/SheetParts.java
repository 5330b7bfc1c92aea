package org.yici.disbursement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A sheet as it came, kept in sealed parts: what was read of it can be read again. */
@Component
public final class SheetParts {

    private static final int PART_BYTES = 256 << 10;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final Scheduler sheetScheduler;

    SheetParts(DatabaseClient database, FieldCipher cipher, Scheduler sheetScheduler) {
        this.database = database;
        this.cipher = cipher;
        this.sheetScheduler = sheetScheduler;
    }

    /** Whose sheets they are, each with its table. */
    public enum Of {
        /** Of a department's extract. */
        EXTRACT("extract_file", "extract"),
        /** Of a clerk's list of households. */
        LIST("register_file", "import");

        private final String table;
        private final String owner;

        Of(String table, String owner) {
            this.table = "disbursement." + table;
            this.owner = owner;
        }
    }

    /** Inside the caller's transaction. */
    public Mono<Void> keep(Of of, long number, Path file) {
        return Flux.using(() -> Files.newInputStream(file), SheetParts::parts, SheetParts::close)
                .subscribeOn(sheetScheduler)
                .index()
                .concatMap(part -> insert(of, number, part.getT1().intValue(), part.getT2()), 1)
                .then();
    }

    private static Flux<byte[]> parts(InputStream in) {
        return Flux.generate(sink -> {
            byte[] part = next(in);
            if (part.length == 0) {
                sink.complete();
            } else {
                sink.next(part);
            }
        });
    }

    private static byte[] next(InputStream in) {
        try {
            return in.readNBytes(PART_BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Mono<Long> insert(Of of, long number, int place, byte[] part) {
        return database.sql("insert into " + of.table + " (" + of.owner + ", part, content) values ($1, $2, $3)")
                .bind(0, number)
                .bind(1, place)
                .bind(2, cipher.encrypt(Base64.getEncoder().encodeToString(part), cell(of, number, place)))
                .fetch()
                .rowsUpdated();
    }

    /** Writes the sheet to a place that nobody else reads. */
    public Mono<Void> restore(Of of, long number, Path to) {
        return database.sql("select count(*) as n from " + of.table + " where " + of.owner + " = $1")
                .bind(0, number)
                .map(row -> Columns.number(row, "n"))
                .one()
                .flatMapMany(parts -> Flux.range(0, parts.intValue()))
                .concatMap(place -> part(of, number, place), 1)
                .publishOn(sheetScheduler)
                .doOnNext(part -> append(to, part))
                .then();
    }

    private Mono<byte[]> part(Of of, long number, int place) {
        return database.sql("select content from " + of.table + " where " + of.owner + " = $1 and part = $2")
                .bind(0, number)
                .bind(1, place)
                .map(row -> Columns.required(row, "content", byte[].class))
                .one()
                .map(kept -> Base64.getDecoder().decode(cipher.decrypt(kept, cell(of, number, place))));
    }

    private static void append(Path to, byte[] part) {
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
            out.write(part);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Mono<Void> delete(Of of, long number) {
        return database.sql("delete from " + of.table + " where " + of.owner + " = $1")
                .bind(0, number)
                .then();
    }

    private static Cell cell(Of of, long number, int part) {
        return Cell.of(of.table, number + "/" + part, "content");
    }
}
