-- What is asked of extracts to begin with: examples, to be changed by two people on /staff/crosschecks/rules.

insert into disbursement.crosscheck_rule (code, position) values
  ('vehicle', 1), ('vehicle-worth', 2), ('property-several', 3), ('business', 4), ('insured-by-employer', 5),
  ('pension', 6), ('provident-fund', 7), ('death', 8), ('payroll', 9), ('income', 10);

insert into disbursement.crosscheck_rule_version (id, rule, valid_from, kind, condition, at_least, severity, words_zh, words_en,
  note, stands, state, proposed_by, proposed_at, decided_by, decided_at)
select gen_random_uuid(), r.rule, '2017-01-01', r.kind, r.condition, r.at_least, r.severity, r.zh, r.en, '', true, 'APPROVED',
  'founding', '2017-01-01', 'county', '2017-01-01'
from (values
  ('vehicle', 'VEHICLES', '', 1, 'NOTE', '名下登记有机动车', 'A motor vehicle is registered to this person'),
  ('vehicle-worth', 'VEHICLES', 'VALUE > 30000.00', 1, 'WEIGHTY', '名下有价值超过 3 万元的机动车',
    'A motor vehicle worth more than ¥30,000 is registered to this person'),
  ('property-several', 'PROPERTY', '', 2, 'WEIGHTY', '全家有两处以上不动产', 'The household owns two or more properties'),
  ('business', 'BUSINESS', E'STATUS != 注销', 1, 'WEIGHTY', '登记有企业或个体工商户', 'A business is registered to this person'),
  ('insured-by-employer', 'SOCIAL_INSURANCE', 'BASE > 0.00', 1, 'NOTE', '有单位为其缴纳社会保险',
    'An employer pays social insurance for this person'),
  ('pension', 'SOCIAL_INSURANCE', 'PENSION > @dibao-urban', 1, 'NOTE', '月养老金高于城市低保标准',
    'The monthly pension is above the urban allowance standard'),
  ('provident-fund', 'PROVIDENT_FUND', E'MONTHLY > 200.00\nor\nBALANCE > 20000.00', 1, 'NOTE',
    '公积金月缴存超过 200 元，或余额超过 2 万元', 'Pays more than ¥200 a month into the provident fund, or has more than ¥20,000 in it'),
  ('death', 'DEATHS', '', 1, 'WEIGHTY', '已登记死亡', 'This person is recorded as dead'),
  ('payroll', 'PAYROLL', '', 1, 'WEIGHTY', '财政供养人员', 'This person is on the public payroll'),
  ('income', 'TAX', 'INCOME > @dibao-rural', 1, 'NOTE', '申报的年收入高于农村低保年标准',
    'The income declared for the year is above the rural allowance standard of a year')
) as r (rule, kind, condition, at_least, severity, zh, en);
