-- By what requests of the same applicant are recognised: keyed digests, never the name or number itself.
create table applicant_key (
    case_id  text primary key,
    organ    text not null,
    name     bytea,
    identity bytea
);

create index applicant_key_name on applicant_key (organ, name);
create index applicant_key_identity on applicant_key (organ, identity) where identity is not null;
