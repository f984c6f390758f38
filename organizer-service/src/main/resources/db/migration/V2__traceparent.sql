-- The trace that asked for a run, which the run continues whenever it is worked on.
alter table organizing.organize_run add column if not exists traceparent text;
