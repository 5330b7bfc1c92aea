-- What a run over the register finds of a household stands in its cases that are open, each time as a report of the case's own.
alter table disbursement.crosscheck_report add column run bigint references disbursement.crosscheck_run; -- null: the case alone was asked
create unique index crosscheck_report_of_run on disbursement.crosscheck_report (run, application) where run is not null;

-- Vehicle and vessel tax (车船税), of the tax bureau: whoever pays it keeps a vehicle.
alter table disbursement.extract
  drop constraint extract_kind_check,
  add constraint extract_kind_check check (kind in ('VEHICLES', 'PROPERTY', 'BUSINESS', 'SOCIAL_INSURANCE', 'PROVIDENT_FUND',
                                                    'DEATHS', 'PAYROLL', 'TAX', 'VEHICLE_TAX'));
