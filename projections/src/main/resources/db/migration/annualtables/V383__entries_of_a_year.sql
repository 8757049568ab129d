-- Nearly all entries are of one case in one year and hold; sums of these are read from an index alone. What else counts in
-- one year is found by that year, what spans years by whether it stands or has ended. Each entry is in one of the four.
drop index annual_entry_by_year;
create index annual_entry_plain on annual_entry (organ, first_year, measure, breakdown, from_number)
    where last_year <= first_year and to_number is null and under is null and quantity = 1 and scale(quantity) = 0;
create index annual_entry_otherwise
    on annual_entry ((case when last_year <= first_year and (to_number is not null
        or under is not null or quantity <> 1 or scale(quantity) <> 0) then organ end), first_year)
    where (case when last_year <= first_year and (to_number is not null
        or under is not null or quantity <> 1 or scale(quantity) <> 0) then organ end) is not null;
create index annual_entry_standing
    on annual_entry ((case when last_year > first_year and to_number is null then organ end))
    where (case when last_year > first_year and to_number is null then organ end) is not null;
create index annual_entry_ended on annual_entry (organ, to_number, from_number) include (first_year, last_year, case_id)
    where last_year > first_year and to_number is not null;

-- How few are of a kind is not what the columns tell one by one.
create statistics annual_entry_otherwise
    on (case when last_year <= first_year and (to_number is not null
        or under is not null or quantity <> 1 or scale(quantity) <> 0) then organ end) from annual_entry;
create statistics annual_entry_standing
    on (case when last_year > first_year and to_number is null then organ end) from annual_entry;
create statistics annual_entry_decimals on (scale(quantity)) from annual_entry;
analyze annual_entry;
