-- Annual reports as they were published, byte for byte. The event of the publication holds the SHA-256 of each; a row without
-- such an event was made for a publication that did not come about. Rows are only ever added.
create table published_document (
    organ     text        not null,
    digest    text        not null,
    format    text        not null,
    content   bytea       not null,
    stored_at timestamptz not null,
    primary key (organ, digest)
);
