create sequence lifecycle_alert_sequence;

create table lifecycle_alert (
  alert_id       text primary key,
  customer_id    text not null,
  kind           text not null,
  severity       text not null,
  raised_at      timestamptz not null,
  effective_at   timestamptz not null,
  text           text not null,
  value_amount   numeric not null,
  value_currency text not null,
  status         text not null,
  sequence       bigint not null
);

-- Streams read in this order whatever the status; lists read one status from its newest end.
create unique index lifecycle_alert_by_sequence on lifecycle_alert (sequence);
create index lifecycle_alert_by_status on lifecycle_alert (status, sequence desc);
