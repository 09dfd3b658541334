-- A rejection that comes again is kept as long again as its topic keeps that record.
alter table rejected_event rename column first_seen_at to last_seen_at;
alter index rejected_event_by_first_seen rename to rejected_event_by_last_seen;
