-- Where a case stands in the ledger is told by the index that finds it.
alter table register_row drop constraint register_row_pkey;
alter table register_row add primary key (case_id) include (first_event);
