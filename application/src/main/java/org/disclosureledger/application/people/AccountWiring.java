package org.disclosureledger.application.people;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.AccountCommand;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.people.AccountRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class AccountWiring {

    public static final String AGGREGATE = "account";

    private final AggregateType<AccountCommand, AccountEvent, Account> type;

    AccountWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                AccountCommand.class,
                AccountEvent.class,
                c -> c.accountId().toString(),
                new Account.Unknown(),
                Account::evolve,
                (command, account) -> Judgement.of(AccountRules.handle(command, account)));
        aggregates.register(type);
    }

    public AggregateType<AccountCommand, AccountEvent, Account> type() {
        return type;
    }
}
