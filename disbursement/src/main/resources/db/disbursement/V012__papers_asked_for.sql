-- From June 2018 on the two programmes that are decided in haste ask for papers: for urgent hardship a statement and a visit
-- at home, for disaster relief photos of the damage and the neighbours' word. The programmes of every day stay as they are.
-- Where somebody decided by another version on a day from then on, or set one up for that day, nothing is changed behind them.
insert into disbursement.standard_version (id, standard, valid_from, formula, cap, categories, evidence, funds, note, state,
  proposed_by, proposed_at, decided_by, decided_at)
select gen_random_uuid(), v.standard, '2018-06-01', 'as-asked', v.cap, v.categories, p.papers, v.funds, v.note, 'APPROVED',
  'founding', '2018-05-01', 'county', '2018-05-01'
from disbursement.standard_version v
join (values ('urgent-hardship', array['情况说明', 'home-visit']),
             ('disaster-relief', array['受损照片', 'community-review'])) as p (standard, papers) on p.standard = v.standard
where v.valid_from = '2017-01-01' and v.proposed_by = 'founding'
  and not exists (select from disbursement.standard_version o where o.standard = v.standard and o.valid_from = '2018-06-01')
  and not exists (select from disbursement.judgement j join disbursement.standard_version o on o.id = j.version
                  where o.standard = v.standard and j.day >= '2018-06-01');
