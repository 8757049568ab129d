-- Which node imports; a node holds an advisory lock on its number as long as it lives.
create sequence node_number as int;

alter table import_job add column node int not null default 0;
