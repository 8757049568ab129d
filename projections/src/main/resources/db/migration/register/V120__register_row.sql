-- The registers: one row per case; facts by their identifiers, personal data and personal remarks as ciphertext.
create table register_row (
    case_id     text primary key,
    organ       text   not null,
    register    text   not null,
    facts       jsonb  not null,
    number      text generated always as (case register
                    when 'requests' then facts ->> 'registrationNumber'
                    when 'remedies' then facts ->> 'caseNumber'
                    when 'documents' then facts ->> 'documentNumber'
                    else (facts ->> 'year') || ' ' || (facts ->> 'item') end) stored,
    first_event bigint not null,
    last_event  bigint not null
);

create index register_row_in_order on register_row (organ, register, first_event);
create index register_row_by_number on register_row (organ, register, number);
