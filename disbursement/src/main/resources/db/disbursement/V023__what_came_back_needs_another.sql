-- Who wrote down what the bank said of an order: what one cashier has recorded as paid, another has to record as come back,
-- or one person alone could pay a grant twice. Null where it was answered before that was kept.
alter table disbursement.payout_item add answered_by text;
create function disbursement.back_by_another() returns trigger
language plpgsql as $$
begin
  if old.state = 'CONFIRMED' and new.state <> 'CONFIRMED'
      and (new.answered_by is null or new.answered_by is not distinct from old.answered_by) then
    raise exception 'order % was recorded as paid by the same person', old.end_to_end using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger back_by_another before update on disbursement.payout_item
  for each row execute function disbursement.back_by_another();
revoke all on function disbursement.back_by_another from public;
