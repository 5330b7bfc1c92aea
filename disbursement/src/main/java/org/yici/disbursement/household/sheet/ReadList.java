package org.yici.disbursement.household.sheet;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.disbursement.SheetParts;
import org.yici.disbursement.household.sheet.RegisterImport.State;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads a large list to its end, many households a transaction, so that a page can show how far it is. One that stopped
 * half-way begins anew: its file is kept until it is read.
 */
@Component
final class ReadList {

    private static final Logger log = LoggerFactory.getLogger(ReadList.class);
    static final Duration LEASE = Duration.ofMinutes(2);

    private final RegisterImports imports;
    private final SheetParts files;
    private final CheckList checkList;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Scheduler sheetScheduler;

    ReadList(
            RegisterImports imports,
            SheetParts files,
            CheckList checkList,
            Transactions transactions,
            AuditTrail audit,
            Scheduler sheetScheduler) {
        this.imports = imports;
        this.files = files;
        this.checkList = checkList;
        this.transactions = transactions;
        this.audit = audit;
        this.sheetScheduler = sheetScheduler;
    }

    /** One round: every list that waits to be read, each to its end. */
    Mono<Void> round() {
        return imports.claimToRead(LEASE)
                .flatMap(this::read)
                .expand(done -> imports.claimToRead(LEASE).flatMap(this::read))
                .then();
    }

    /** The list as it is then: a draft, or unreadable. */
    Mono<RegisterImport> read(ImportId id) {
        return imports.find(id)
                .flatMap(list -> Mono.usingWhen(
                        onDisk(() -> Files.createTempFile("yici-", ".list")),
                        path -> imports.forgetLines(id)
                                .then(files.restore(SheetParts.Of.LIST, id.number(), path))
                                .then(Mono.defer(() -> checkList.read(list, path)))
                                .then(end(list, State.DRAFT)),
                        path -> onDisk(() -> Files.deleteIfExists(path))))
                .onErrorResume(InvalidInput.class, unreadable -> unreadable(id, unreadable))
                .then(imports.find(id));
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(sheetScheduler);
    }

    private Mono<Boolean> unreadable(ImportId id, InvalidInput why) {
        log.warn("List {} is unreadable: {}", id, why.errors().get(0).messageKey());
        return imports.forgetLines(id).then(imports.find(id)).flatMap(list -> end(list, State.UNREADABLE));
    }

    private Mono<Boolean> end(RegisterImport list, State state) {
        StaffMember actor = new StaffMember(list.broughtBy(), "", Set.of(Role.INTAKE));
        return transactions
                .inOne(() -> imports.endReading(list.id(), state)
                        .then(imports.count(list.id()))
                        .then(files.delete(SheetParts.Of.LIST, list.id().number()))
                        .then(audit.record(
                                actor, "register-list-checked", list.id().toString(), Map.of("state", state.name())))
                        .thenReturn(Outcome.done(true)))
                .map(outcome -> !outcome.isRefused());
    }
}
