package org.yici.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.Lifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The walls between the rooms, checked where all of them can be seen. */
@AnalyzeClasses(packages = "org.yici", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String DONATIONS = "org.yici.donations..";
    private static final String DISBURSEMENT = "org.yici.disbursement..";
    private static final String SITE = "org.yici.site..";
    private static final String LEDGER = "org.yici.ledger..";
    private static final String PROOF = "org.yici.proof..";
    private static final String PLATFORM = "org.yici.platform..";

    /** Starts and ends of a service, where there is no caller to give a Mono to; and the demo's own start. */
    private static final List<String> MAY_WAIT =
            List.of("org.yici.platform.staff.DemoStaff", "org.yici.platform.staff.ProductionRefusal");

    /** Gathers callers into one commit: the work is nobody's in particular, so it is subscribed to where it is gathered. */
    private static final List<String> MAY_SUBSCRIBE = List.of("org.yici.donations.donation.GroupCommit");

    /** Where the wall clock enters the house: one bean, named by what it is for. */
    private static final List<String> MAY_READ_THE_CLOCK = List.of("org.yici.platform.clock.ClockConfiguration");

    @ArchTest
    static final ArchRule donations_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage(DONATIONS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DISBURSEMENT, SITE));

    @ArchTest
    static final ArchRule disbursement_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage(DISBURSEMENT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DONATIONS, SITE));

    @ArchTest
    static final ArchRule the_site_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage(SITE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DONATIONS, DISBURSEMENT));

    /** The pure arithmetic of the trace is shared with receipts; the books themselves reach the site by Kafka alone. */
    @ArchTest
    static final ArchRule the_site_knows_of_the_ledger_only_money_and_the_arithmetic_of_the_trace = noClasses()
            .that()
            .resideInAPackage(SITE)
            .should()
            .dependOnClassesThat(resideInAPackage(LEDGER)
                    .and(not(resideInAPackage("org.yici.ledger.trace..")))
                    .and(not(are(oneOf("org.yici.ledger.Money", "org.yici.ledger.FundCode")))));

    @ArchTest
    static final ArchRule the_arithmetic_of_the_trace_is_pure = classes()
            .that()
            .resideInAPackage("org.yici.ledger.trace..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    LEDGER, "java..", "org.jspecify.annotations..", "com.google.errorprone.annotations.."));

    @ArchTest
    static final ArchRule the_shared_rooms_know_no_service = noClasses()
            .that(resideInAnyPackage(PLATFORM, LEDGER, PROOF, "org.yici.engines.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(DONATIONS, DISBURSEMENT, SITE, "org.yici.standalone.."));

    @ArchTest
    static final ArchRule the_proof_needs_the_jdk_and_nothing_else = classes()
            .that()
            .resideInAPackage(PROOF)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    PROOF, "java..", "org.jspecify.annotations..", "com.google.errorprone.annotations.."));

    @ArchTest
    static final ArchRule only_posting_knows_spring = noClasses()
            .that()
            .resideInAPackage(LEDGER)
            .and(not(are(
                    oneOf("org.yici.ledger.Ledger", "org.yici.ledger.JournalArrays", "org.yici.ledger.LedgerRows"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "io.r2dbc..", "reactor.."));

    @ArchTest
    static final ArchRule nobody_waits_inside_a_service = noClasses()
            .that(resideInAnyPackage(DONATIONS, DISBURSEMENT, SITE, PLATFORM, LEDGER))
            .and(not(are(oneOf(MAY_WAIT.toArray(String[]::new)))))
            .should()
            .callMethodWhere(isReactive("block"));

    @ArchTest
    static final ArchRule only_what_starts_and_stops_with_its_service_subscribes = noClasses()
            .that(resideInAnyPackage(DONATIONS, DISBURSEMENT, SITE, PLATFORM, LEDGER))
            .and(not(are(oneOf(MAY_SUBSCRIBE.toArray(String[]::new)).or(assignableTo(Lifecycle.class)))))
            .should()
            .callMethodWhere(
                    isReactive("subscribe").and(not(isReactive("subscribeOn"))).and(not(isReactive("subscribeWith"))));

    @ArchTest
    static final ArchRule time_is_asked_of_a_clock_that_was_handed_in = noClasses()
            .that(resideInAnyPackage(DONATIONS, DISBURSEMENT, SITE, PLATFORM, LEDGER, PROOF))
            .and(not(are(oneOf(MAY_READ_THE_CLOCK.toArray(String[]::new)))))
            .should()
            .callMethodWhere(readsTheWallClock());

    @ArchTest
    static final ArchRule a_name_says_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Util");

    @ArchTest
    static void every_package_is_null_marked(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(room ->
                        assertThat(isNullMarked(room)).as(room.getName()).isTrue());
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo().isPresent() && room.isAnnotatedWith(NullMarked.class);
    }

    /** One of the named classes, or a class inside it. */
    private static DescribedPredicate<JavaClass> oneOf(String... names) {
        Set<String> known = Set.of(names);
        return DescribedPredicate.describe(
                String.join(" or ", names),
                type -> known.contains(type.getName())
                        || known.contains(type.getName().replaceAll("\\$.*", "")));
    }

    private static DescribedPredicate<JavaCall<?>> isReactive(String prefix) {
        return DescribedPredicate.describe("Mono/Flux." + prefix + "*()", call -> {
            JavaClass owner = call.getTargetOwner();
            return (owner.isAssignableTo(Mono.class) || owner.isAssignableTo(Flux.class))
                    && call.getName().startsWith(prefix);
        });
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return DescribedPredicate.describe("the wall clock", call -> {
            String owner = call.getTargetOwner().getName();
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            return owner.startsWith("java.time.") && call.getName().equals("now") && !takesAClock(call)
                    || owner.equals(Clock.class.getName()) && call.getName().startsWith("system")
                    || owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis") && noArguments
                    || owner.equals(java.util.Date.class.getName())
                            && call.getName().equals("<init>")
                            && noArguments;
        });
    }

    private static boolean takesAClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
