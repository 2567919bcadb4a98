-- By which version of its mapping a batch was read, and which column became which dimension; null for batches from before.
alter table statistics_batches add column mapping_version text;
alter table statistics_batches add column reads jsonb;
