-- A visit follows the plan that held when its grant was awarded: a plan that changes is a new row, and holds from then on.
alter table disbursement.visit_plan
  add since timestamptz not null default '2000-01-01',
  drop constraint visit_plan_pkey,
  add primary key (kind, number, since);
create trigger never_changed before update or delete or truncate on disbursement.visit_plan
  for each statement execute function disbursement.only_added_to();
revoke update on disbursement.visit_plan from yici_disbursement;

create or replace view disbursement.due_visit as
select w.id as award, w.grant_code, w.application, w.household, w.kind, w.township,
       coalesce(last.next_on, disbursement.planned_visit((w.paid_at at time zone 'Asia/Shanghai')::date, p.days, p.term_end)) as due
from disbursement.award w
left join lateral (select f.next_on, f.outcome from disbursement.followup f
                   where f.award = w.id and (f.outcome is not null or f.missed)
                   order by f.at desc, f.id desc limit 1) last on true
left join lateral (select count(*) as visits from disbursement.followup f
                   where f.award = w.id and f.outcome is not null) done on true
left join lateral (select v.kind, v.days, v.term_end from disbursement.visit_plan v
                   where v.kind = w.kind and v.number = done.visits + 1 and v.since <= w.awarded_at
                   order by v.since desc limit 1) p on true
where w.state = 'PAID'
  and (last.next_on is not null or p.kind is not null and coalesce(last.outcome, '') not in ('MOVED_AWAY', 'DIED'));
