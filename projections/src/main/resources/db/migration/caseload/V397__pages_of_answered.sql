-- A page far down the list skips many requests: none of them is opened for that.
drop index case_stage_answered;
create index case_stage_answered on case_stage (organ, (coalesce(reanswered_on, answered_on)) desc, case_id)
    include (reanswered_on, answered_on, handler, last_event) where not open;
