-- Each row that a projection keeps says whose it is, so that the rows of one organ can be rebuilt alone.
alter table annual_stage add column organ text;
update annual_stage s set organ = c.organ from annual_case c where c.case_id = s.case_id;
alter table annual_stage alter column organ set not null;
