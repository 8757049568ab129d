-- Which years of an organ are published is asked before anything of it is recorded; there are few such events.
create index ledger_event_publications on ledger_event (organ, number) where type = 'AnnualReportPublished';
