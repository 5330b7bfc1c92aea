package org.yici.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.disbursement.crosscheck.extract.BringExtract.Upload;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.extract.FileExtract;
import org.yici.disbursement.crosscheck.report.AnswerFinding;
import org.yici.disbursement.crosscheck.report.AnswerFinding.Said;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Plays two departments, each with a short list, and a reviewer who compares one of the open applications with them and
 * writes down what came of it. The other two are left for the visitor to compare.
 */
final class ExtractPlayer {

    private static final StaffMember REVIEWER = DemoStaff.named("reviewer");
    private static final String VEHICLES = "号牌号码,车主姓名,身份证号,品牌型号,价值,登记日期";
    private static final String INSURED = "姓名,身份证号,险种,参保单位,缴费基数,月养老金";
    /** An invented person who is on no register: most rows of a department are about others. */
    private static final String STRANGER = "11010519491231002X";

    private final RunningYici yici;
    private final List<PlannedHousehold> households;
    private final DemoWords words = DemoWords.load();

    ExtractPlayer(RunningYici yici, List<PlannedHousehold> households) {
        this.yici = yici;
        this.households = households;
    }

    /** @param application an open one of household 23 */
    Mono<Void> play(String application) {
        return file(ExtractKind.VEHICLES, "vehicles.csv", vehicles())
                .then(file(ExtractKind.SOCIAL_INSURANCE, "social-insurance.csv", insured()))
                .then(Mono.defer(() -> check(application)));
    }

    private List<String> vehicles() {
        return List.of(
                VEHICLES,
                "吉X10001,赵明," + STRANGER + ",五菱宏光,38000,2015-06-01",
                "吉X10002," + owner(23, 1) + ",长安之星,21000,2012-09-10",
                "吉X10003," + owner(41, 0) + ",东风货车,86000,2017-04-20");
    }

    private List<String> insured() {
        return List.of(INSURED, owner(5, 0) + ",城乡居民养老保险,,0,103.00", owner(41, 1) + ",企业职工养老保险,乾河县木材加工厂,3200,0");
    }

    private String owner(int household, int member) {
        PlannedHousehold.Member who = households.get(household).members().get(member);
        return who.name() + "," + who.identityNumber();
    }

    private Mono<Void> file(ExtractKind kind, String name, List<String> lines) {
        return Mono.usingWhen(
                onDisk(() -> Files.write(
                        Files.createTempFile("yici-", ".demo"),
                        String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8))),
                path -> file(kind, name, path),
                path -> onDisk(() -> Files.deleteIfExists(path)));
    }

    /** A file that is there already was filed before the play was interrupted. */
    private Mono<Void> file(ExtractKind kind, String name, Path path) {
        Upload upload = new Upload(
                path,
                name,
                kind,
                words.department(kind.word()),
                bean(ProgramClock.class).today());
        return bean(FileExtract.class)
                .atOnce(REVIEWER, upload)
                .flatMap(outcome -> outcome.fold(
                        filed -> Mono.<Void>empty(),
                        refusal -> refusal.reason() == CrossCheckReason.EXTRACT_KNOWN
                                ? Mono.<Void>empty()
                                : Mono.<Void>error(new IllegalStateException("the demo's extract was refused: "
                                        + refusal.reason().word()))));
    }

    private Mono<Void> check(String application) {
        return Played.surely(
                        "cross-check",
                        bean(CheckApplication.class)
                                .check(REVIEWER, DemoKeys.of("crosscheck", application), application))
                .flatMap(made -> Played.surely(
                        "answer to a finding",
                        bean(AnswerFinding.class)
                                .answer(
                                        REVIEWER,
                                        DemoKeys.of("finding", application),
                                        made.id(),
                                        "1",
                                        new Said("EXPLAINED", words.finding()))))
                .then();
    }

    private static <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private <T> T bean(Class<T> type) {
        return yici.bean(Service.DISBURSEMENT, type);
    }
}
