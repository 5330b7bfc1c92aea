package org.yici.standalone.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A standard as this county has it from tomorrow on, one a programme, so that each kind of formula, paper and limit is asked
 * for somewhere.
 *
 * @param asks yuan that the household asks for
 * @param expense yuan of its bill; empty where the programme does not ask
 * @param comes what the standard comes to, as pages write it
 * @param papers files that are asked for
 */
enum CountyStandard {
    SCHOOLING("schooling", "800", "", "¥800.00", List.of("录取通知书"), """
            "formula": "fixed", "amount": "800", "per": "PERSON", "cap": "800", "perYear": "800",
            "categories": ["DIBAO"], "evidence": "录取通知书\""""),
    MEDICAL("medical", "4000", "9000", "¥4,000.00", List.of("医院收费票据"), """
            "formula": "share-of-expense", "percent": "50", "floor": "1000", "ceiling": "5000", "cap": "5000",
            "evidence": "医院收费票据\""""),
    HARDSHIP("hardship", "1500", "", "¥1,500.00", List.of(), """
            "formula": "as-asked", "cap": "2000", "evidence": "home-visit\""""),
    URGENT_HARDSHIP("urgent-hardship", "1200", "", "¥1,200.00", List.of("情况说明"), """
            "formula": "as-asked", "cap": "3000", "evidence": "情况说明\\nhome-visit\""""),
    DISASTER_RELIEF("disaster-relief", "1000", "", "¥1,000.00", List.of("受损照片"), """
            "formula": "fixed", "amount": "1000", "per": "HOUSEHOLD", "cap": "20000",
            "evidence": "受损照片\\ncommunity-review\"""");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    final String programme;
    final String asks;
    final String expense;
    final String comes;
    final List<String> papers;
    private final String rules;

    CountyStandard(String programme, String asks, String expense, String comes, List<String> papers, String rules) {
        this.programme = programme;
        this.asks = asks;
        this.expense = expense;
        this.comes = comes;
        this.papers = papers;
        this.rules = rules;
    }

    boolean asksForVisit() {
        return rules.contains("home-visit");
    }

    boolean asksForNeighbours() {
        return rules.contains("community-review");
    }

    /** Proposed by one person and approved by another; from tomorrow on, and tomorrow is made to be today. */
    static void inForce() {
        LocalDate tomorrow = LocalDate.ofInstant(ProgramTime.now(), CHINA).plusDays(1);
        for (CountyStandard standard : values()) {
            String versions = "/api/v1/programmes/" + standard.programme + "/versions";
            String proposal = Visitor.staff("admin")
                    .post(versions, """
                            {"from": "%s", "funds": "%s", "note": "乾民发〔2018〕9号", %s}""".formatted(tomorrow, SmallCampaign.FUND, standard.rules))
                    .expect(201)
                    .text("id");
            GrantCase.APPROVER
                    .post(versions + "/" + proposal + "/decision", "{\"decision\": \"APPROVE\"}")
                    .expect(201);
        }
        ProgramTime.advance("P1D");
    }
}
