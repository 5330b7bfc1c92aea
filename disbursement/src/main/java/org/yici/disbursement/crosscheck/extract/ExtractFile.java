package org.yici.disbursement.crosscheck.extract;

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
import org.yici.disbursement.Columns;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The file of an extract as it came, kept in sealed parts: what was read of it can be read again. */
@Component
final class ExtractFile {

    private static final int PART_BYTES = 256 << 10;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final Scheduler sheetScheduler;

    ExtractFile(DatabaseClient database, FieldCipher cipher, Scheduler sheetScheduler) {
        this.database = database;
        this.cipher = cipher;
        this.sheetScheduler = sheetScheduler;
    }

    /** Inside the caller's transaction. */
    Mono<Void> keep(ExtractId extract, Path file) {
        return Flux.using(() -> Files.newInputStream(file), ExtractFile::parts, ExtractFile::close)
                .subscribeOn(sheetScheduler)
                .index()
                .concatMap(part -> insert(extract, part.getT1().intValue(), part.getT2()), 1)
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

    private Mono<Long> insert(ExtractId extract, int number, byte[] part) {
        return database.sql("insert into disbursement.extract_file (extract, part, content) values ($1, $2, $3)")
                .bind(0, extract.number())
                .bind(1, number)
                .bind(2, cipher.encrypt(Base64.getEncoder().encodeToString(part), cell(extract, number)))
                .fetch()
                .rowsUpdated();
    }

    /** Writes the file to a place that nobody else reads. */
    Mono<Void> restore(ExtractId extract, Path to) {
        return database.sql("select count(*) as n from disbursement.extract_file where extract = $1")
                .bind(0, extract.number())
                .map(row -> Columns.number(row, "n"))
                .one()
                .flatMapMany(parts -> Flux.range(0, parts.intValue()))
                .concatMap(part -> part(extract, part), 1)
                .publishOn(sheetScheduler)
                .doOnNext(part -> append(to, part))
                .then();
    }

    private Mono<byte[]> part(ExtractId extract, int number) {
        return database.sql("select content from disbursement.extract_file where extract = $1 and part = $2")
                .bind(0, extract.number())
                .bind(1, number)
                .map(row -> Columns.required(row, "content", byte[].class))
                .one()
                .map(kept -> Base64.getDecoder().decode(cipher.decrypt(kept, cell(extract, number))));
    }

    private static void append(Path to, byte[] part) {
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
            out.write(part);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Mono<Void> deleteOf(ExtractId extract) {
        return database.sql("delete from disbursement.extract_file where extract = $1")
                .bind(0, extract.number())
                .then();
    }

    private static Cell cell(ExtractId extract, int part) {
        return Cell.of("disbursement.extract_file", extract + "/" + part, "content");
    }
}
