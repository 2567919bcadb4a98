-- The job that a schedule sent last, and the time it stood for: what an operator asks about first.
alter table job_schedules add last_job uuid, add last_at timestamptz;
