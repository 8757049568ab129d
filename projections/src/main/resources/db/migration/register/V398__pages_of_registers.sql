-- No two cases began with the same event. A page far down the register skips many rows: none of them is opened for that.
drop index register_row_in_order;
create index register_row_in_order on register_row (organ, register, first_event) include (case_id);
