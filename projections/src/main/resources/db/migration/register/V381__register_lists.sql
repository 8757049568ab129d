-- Lists of a register: what may be filtered, sorted and searched without opening anything that is sealed.

-- How words are compared in a search: full and half width are the same, and so are capital and small Latin letters.
create function register_folded(words text) returns text
    language sql immutable strict parallel safe
    return lower(normalize(words, nfkc) collate "C");

-- The words of a row that are no personal data, one after the other on lines of their own. Remarks of remedies are
-- sealed; those of documents and tallies are not. An instance is named by its number, its value is the court.
create function register_words(register text, facts jsonb) returns text
    language sql immutable parallel safe
begin atomic
    select register_folded(string_agg(words, E'\n' order by key collate "C"))
    from (
        select key, case when key like 'instance:%' then substr(key, 10) || E'\n' || value else value end as words
        from jsonb_each_text(facts)
        where case register
            when 'remedies' then key in ('caseNumber', 'registrationNumber') or key like 'instance:%'
            when 'documents' then key in ('documentNumber', 'title') or key like 'remark:%'
            else key = 'year' or key like 'remark:%' end
    ) as clear;
end;

-- All single characters and pairs of neighbours: a text that contains another has all of the other's.
create function register_grams(words text) returns text[]
    language sql immutable strict parallel safe
begin atomic
    with letters as (
        select letter, lead(letter) over (order by place) as next
        from unnest(string_to_array(words, null)) with ordinality as l (letter, place)
    )
    select coalesce(array_agg(distinct gram), '{}')
    from (select letter as gram from letters union all select letter || next from letters where next is not null) as both_kinds;
end;

-- The cells are the facts that are no personal data, in the order of RegisterCells; of a text as much as one sorts by.
-- Requests have only numbers to search for, which are short; they lie in the index over the cells. What the others have
-- to search for may be long, and changes seldom.
alter table register_row
    add column cells text[] collate "C" generated always as (case register
        when 'requests' then array[
            left(facts ->> 'registrationNumber', 60), facts ->> 'receivedOn', facts ->> 'channel',
            facts ->> 'applicantKind', facts ->> 'correctionRequestedOn', facts ->> 'correctionReceivedOn',
            facts ->> 'extensionNotifiedOn', facts ->> 'thirdPartyConsultedOn', facts ->> 'thirdPartyRespondedOn',
            facts ->> 'feeNotifiedOn', facts ->> 'feePaidOn', facts ->> 'decidedOn',
            left(facts ->> 'documentNumber', 60), facts ->> 'outcome', facts ->> 'deliveredOn']
        when 'remedies' then array[
            left(facts ->> 'caseNumber', 60), facts ->> 'procedure', facts ->> 'afterReconsideration',
            left(facts ->> 'registrationNumber', 60), facts ->> 'acceptedOn',
            case when coalesce(facts ->> 'openInstance', '') = '' then facts ->> 'concludedOn' end,
            case when coalesce(facts ->> 'openInstance', '') = '' then facts ->> 'result' end]
        when 'documents' then array[
            facts ->> 'category', left(facts ->> 'documentNumber', 60), left(facts ->> 'title', 60),
            facts ->> 'issuedOn', facts ->> 'repealedOn']
        else array[facts ->> 'year', facts ->> 'item', facts ->> 'amount'] end) stored,
    add column numbers text collate "C" generated always as (case register when 'requests' then
        left(register_folded((facts ->> 'registrationNumber')
            || coalesce(E'\n' || (facts ->> 'documentNumber'), '')
            || coalesce(E'\n' || (facts ->> 'documentNumberAnew'), '')), 250) end) stored,
    add column searched text collate "C" generated always as (case when register <> 'requests'
        then register_words(register, facts) end) stored,
    add column begun_on text collate "C" generated always as (case register
        when 'requests' then facts ->> 'receivedOn'
        when 'remedies' then facts ->> 'acceptedOn'
        when 'documents' then facts ->> 'issuedOn'
        else facts ->> 'year' end) stored;

create index register_row_as_list on register_row (organ, register, first_event)
    include (case_id, last_event, cells, numbers);
create index register_row_by_words on register_row using gin (register_grams(searched)) where register <> 'requests';
create index register_row_by_beginning on register_row (organ, register, begun_on);
