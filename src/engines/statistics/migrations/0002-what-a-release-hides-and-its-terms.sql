-- What the flow's disclosure rule kept back, and the terms under which the figures may be used, as they were when released.
alter table statistics_releases add column hidden jsonb;
alter table statistics_releases add column licence jsonb;
alter table statistics_releases add column publisher text;
comment on column statistics_releases.hidden is 'Threshold, and how many figures are hidden for which reason; null where the flow hides nothing.';
