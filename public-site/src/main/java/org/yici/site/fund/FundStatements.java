package org.yici.site.fund;

/** The statements that add a batch's sums to what is kept. */
final class FundStatements {

    private FundStatements() {}

    static final String FUNDS = """
            insert into site.fund as f (code, received, refunded, costs, committed, disbursed, transferred, balance,
                donations, donors)
            select * from json_to_recordset($1::json) as row (code text, received bigint, refunded bigint, costs bigint,
                committed bigint, disbursed bigint, transferred bigint, balance bigint, donations bigint, donors bigint)
            on conflict (code) do update set
                received = f.received + excluded.received, refunded = f.refunded + excluded.refunded,
                costs = f.costs + excluded.costs, committed = f.committed + excluded.committed,
                disbursed = f.disbursed + excluded.disbursed, transferred = f.transferred + excluded.transferred,
                balance = f.balance + excluded.balance, donations = f.donations + excluded.donations,
                donors = f.donors + excluded.donors
            """;

    static final String MONTHS = """
            insert into site.fund_month as m
            select * from json_to_recordset($1::json) as row (fund text, month date, received bigint, committed bigint,
                disbursed bigint)
            on conflict (fund, month) do update set received = m.received + excluded.received,
                committed = m.committed + excluded.committed, disbursed = m.disbursed + excluded.disbursed
            """;

    static final String TOUCHED = """
            insert into site.fund_journal
            select * from json_to_recordset($1::json) as row (fund text, sequence bigint, amount bigint)
            """;

    static final String DONORS = """
            update site.total set donors = total.donors + row.donors
            from json_to_recordset($1::json) as row (donors bigint)
            """;

    /** The name comes with its fact, before or after the fund's first journal. */
    static final String NAMES = """
            insert into site.fund (code, name_zh, name_en)
            select * from json_to_recordset($1::json) as row (code text, name_zh text, name_en text)
            on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
            """;
}
