-- The templates that organs brought in place of the defaults. One row per version; the last one of an organ and kind is in
-- force. A version without content says that the default is in force again. Rows are only ever added: a letter of last year
-- was written from the template of last year.
create table letter_template (
    version     bigint      generated always as identity primary key,
    organ       text        not null,
    kind        text        not null,
    content     bytea,
    sha256      text,
    file_name   text,
    replaced_by text        not null,
    replaced_at timestamptz not null,
    check ((content is null) = (sha256 is null) and (content is null) = (file_name is null))
);

create index letter_template_in_force on letter_template (organ, kind, version desc);
