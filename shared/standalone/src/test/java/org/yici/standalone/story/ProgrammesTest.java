package org.yici.standalone.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A grant of each programme from its intake to the bank by four people in a real browser, and every wrong turn on the way:
 * refused with its reason, on the page and in JSON. After the other stories: it changes the county's standards.
 */
@Order(7)
class ProgrammesTest {

    private static Browser browser;
    private static FourPeople people;

    @BeforeAll
    static void four_people_sit_down_and_the_county_has_its_standards() {
        browser = Browser.open();
        people = new FourPeople(browser);
        CountyStandard.inForce();
        Gift paid = Gift.paid(3_000_000);
        SmallCampaign.settle();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String household() {
        return GrantCase.INTAKE
                .post("/api/v1/households", InventedPeople.household())
                .expect(201)
                .text("id");
    }

    private static Answer pass(Visitor reviewer, String id) {
        return reviewer.post("/api/v1/applications/" + id + "/reviews", "{\"decision\": \"PASS\", \"note\": \"属实\"}");
    }

    private static Answer approve(String id, String more) {
        return GrantCase.APPROVER.post(
                "/api/v1/applications/" + id + "/approval",
                "{\"decision\": \"APPROVE\", \"note\": \"同意\"" + more + "}");
    }

    private static String state(String id) {
        return GrantCase.INTAKE.get("/api/v1/applications/" + id).expect(200).text("state");
    }

    /** Filed, papers added, passed, posted, and the seven days over. */
    private static String ready(String household, CountyStandard standard) {
        String id = people.file(household, standard);
        people.addPapers(id, standard);
        pass(GrantCase.REVIEWER, id).expect(201);
        GrantCase.REVIEWER.post("/api/v1/applications/" + id + "/notice", "{}").expect(201);
        ProgramTime.advance("P8D");
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_goes_from_intake_to_the_bank_by_four_people(CountyStandard standard) {
        String id = people.file(household(), standard);

        FourPeople.open(people.reviewer, id);
        FourPeople.isClosed(people.reviewer, "还缺材料");
        pass(GrantCase.REVIEWER, id).expectRefusal(409, "evidence-missing");
        people.addPapers(id, standard);
        people.pass(people.reviewer, id);
        assertThat(people.reviewer.locator(".history")).containsText("入户看过，情况属实。");
        people.postNotice(id);

        FourPeople.open(people.approver, id);
        FourPeople.isClosed(people.approver, "之后才能审批");
        approve(id, "").expectRefusal(409, "notice-running");
        ProgramTime.advance("P8D");

        people.approve(id, "", "同意");
        assertThat(people.approver.locator(".history")).containsText("同意资助 " + standard.comes);
        assertThat(state(id)).isEqualTo("AWARDED");
        String grant = GrantCase.INTAKE
                .get("/api/v1/applications/" + id)
                .json()
                .path("award")
                .path("grant")
                .asString();
        people.pay(grant);
        assertThat(state(id)).isEqualTo("PAYING");
    }

    @Test
    void nobody_takes_two_parts_in_one_grant() {
        String id = GrantCase.appliedBy(GrantCase.DEPUTY, "hardship", 100_000).id;
        Page deputy = FourPeople.signedIn(browser, "deputy");

        FourPeople.open(deputy, id);
        FourPeople.isClosed(deputy, "前面已有一步由您经手");
        assertThat(deputy.locator("button[value=PASS]")).hasCount(0);
        pass(GrantCase.DEPUTY, id).expectRefusal(403, "same-person");
        deputy.close();
    }

    @Test
    void more_than_the_cap_is_refused() {
        String id = ready(household(), CountyStandard.HARDSHIP);

        people.approve(id, "2000.01", "家里实在困难。");
        FourPeople.toldNo(people.approver, "1,500.00");
        approve(id, ", \"amount\": {\"value\": 200001, \"currency\": \"CNY\"}").expectRefusal(422, "over-applied");
        String dear = GrantCase.appliedBy(GrantCase.INTAKE, "hardship", 250_000).id;
        people.addPapers(dear, CountyStandard.HARDSHIP);
        pass(GrantCase.REVIEWER, dear).expect(201);
        GrantCase.REVIEWER
                .post("/api/v1/applications/" + dear + "/notice", "{}")
                .expect(201);
        ProgramTime.advance("P8D");
        people.approve(dear, "", "同意");
        FourPeople.toldNo(people.approver, "2,000.00");
        approve(dear, "").expectRefusal(422, "over-cap");
        assertThat(state(dear)).isEqualTo("NOTICE_ENDED");
    }

    @Test
    void more_than_one_person_may_be_given_in_a_year_is_refused() {
        String household = household();
        String first = ready(household, CountyStandard.SCHOOLING);
        String second = ready(household, CountyStandard.SCHOOLING);
        approve(first, "").expect(201);

        people.approve(second, "", "同意");
        FourPeople.toldNo(people.approver, "今年");
        approve(second, "").expectRefusal(422, "over-year-limit");
        assertThat(state(second)).isEqualTo("NOTICE_ENDED");
    }

    @Test
    void a_household_that_was_of_another_category_on_that_day_is_refused() {
        String household = GrantCase.INTAKE
                .post("/api/v1/households", InventedPeople.household().replace("\"DIBAO\"", "\"DIBAO_EDGE\""))
                .expect(201)
                .text("id");
        String id = ready(household, CountyStandard.SCHOOLING);

        people.approve(id, "", "同意");
        FourPeople.toldNo(people.approver, "类别");
        approve(id, "").expectRefusal(422, "category-not-eligible");
    }

    @Test
    void who_has_declared_to_be_related_takes_no_part() {
        String household = household();
        String id = people.file(household, CountyStandard.HARDSHIP);
        people.addPapers(id, CountyStandard.HARDSHIP);
        people.reviewer.navigate(
                County.address("/staff/households/" + household + "/relations").toString());
        people.reviewer.locator("input[name=relation]").fill("外甥");
        people.reviewer.locator("main form button").last().click();
        assertThat(people.reviewer.locator("main")).containsText("外甥");

        FourPeople.open(people.reviewer, id);
        FourPeople.isClosed(people.reviewer, "您和这一户有亲属关系");
        pass(GrantCase.REVIEWER, id).expectRefusal(403, "related");
        assertThat(state(id)).isEqualTo("SUBMITTED");
    }
}
