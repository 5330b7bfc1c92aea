-- When somebody closed a campaign, by the program clock: what was given until then belongs to it, however late it comes to
-- the counter. Null: nobody has, or it never took a gift.
alter table donations.campaign add closed_at timestamptz(3);
update donations.campaign c set closed_at = o.at
from platform.outbox o
where c.state = 'CLOSED' and o.topic = 'yici.facts' and o.type = 'campaign-closed' and o.key = 'campaign:' || c.code;
