-- Who handles each request, and what waits for a second person. Events of either kind are new, so no row lacks anything.
alter table case_stage add column handler text;
alter table case_stage add column proposed text;
alter table case_stage add column proposed_by text;

create index case_stage_answered_by on case_stage (organ, handler, (coalesce(reanswered_on, answered_on)) desc) where not open;
create index case_stage_proposed on case_stage (organ) where proposed is not null;
