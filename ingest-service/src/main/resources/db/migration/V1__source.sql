create table source (
  name              text collate "C" primary key,
  channel           text,
  default_currency  text check (default_currency ~ '^[A-Z]{3}$'),
  default_country   text check (default_country ~ '^[A-Z]{2}$'),
  events_per_second integer check (events_per_second >= 1),
  burst             integer check (burst >= 1),
  -- Set: a tombstone. Events carry the name for ever, so it is never given to another source.
  ended_at          timestamptz,
  check ((events_per_second is null) = (burst is null))
);

create table write_key (
  source     text collate "C" not null references source (name),
  key_id     text not null,
  -- SHA-256 of the key, in hexadecimal digits; the key itself is kept nowhere.
  hash       text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (source, key_id)
);

-- Its key stands in the configuration.
insert into source (name) values ('default');
