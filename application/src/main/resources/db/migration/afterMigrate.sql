-- What the service may do: read and write its tables, but only add to those that nobody may change.
grant usage on schema public to "${application-role}";
grant usage, create on schema rebuild to "${application-role}";
grant select, insert, update, delete, truncate on all tables in schema public to "${application-role}";
grant usage, select on all sequences in schema public to "${application-role}";
revoke update, delete, truncate on ledger_event, command_log, letter_template, issued_letter, published_document, attachment from "${application-role}";
revoke insert, update, delete, truncate on flyway_schema_history from "${application-role}";
