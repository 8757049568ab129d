-- Publications that were put to a second person: a handful among all events.
create index ledger_event_report_proposals on ledger_event (organ, number) where type = 'ReportProposed';
