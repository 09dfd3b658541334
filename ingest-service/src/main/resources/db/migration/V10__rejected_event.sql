-- What stands in the topic rejected-events, to be searched. Bytes where a NUL may stand, which text
-- cannot hold.
create table rejected_event (
  rejected_id      text collate "C" primary key,
  service          text not null,
  source           text not null,
  reason           text not null,
  field            text,
  detail           text,
  place            text,
  message_id       text,
  customer         text,
  payload          bytea not null,
  around           bytea,
  payload_encoding text not null,
  rejected_at      timestamptz not null,
  first_seen_at    timestamptz not null default now()
);

create index rejected_event_by_time on rejected_event (rejected_at, rejected_id);
create index rejected_event_by_source on rejected_event (source, rejected_at, rejected_id);
create index rejected_event_by_reason on rejected_event (reason, rejected_at, rejected_id);
create index rejected_event_by_first_seen on rejected_event (first_seen_at);

-- Messages that were taken after all; beside the rejections and not in them, so that it does not
-- matter which of the two comes first. Where a rejection names no message, its id stands for it.
create table replay_mark (
  source      text not null,
  message_id  text not null,
  replayed_at timestamptz not null,
  primary key (source, message_id)
);

-- How far the topic has been read, written with what was read.
create table rejection_position (
  partition   integer primary key,
  next_offset bigint not null
);
