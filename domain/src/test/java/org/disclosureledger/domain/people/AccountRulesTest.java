package org.disclosureledger.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.AccountCommand.GrantRole;
import org.disclosureledger.domain.people.AccountCommand.LinkIdentity;
import org.disclosureledger.domain.people.AccountCommand.OpenAccount;
import org.disclosureledger.domain.people.AccountCommand.ResumeAccount;
import org.disclosureledger.domain.people.AccountCommand.SuspendAccount;
import org.disclosureledger.domain.people.AccountCommand.UnlinkIdentity;
import org.disclosureledger.domain.people.AccountCommand.WithdrawRole;
import org.disclosureledger.domain.register.SealedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    private static final AccountId ID = new AccountId(UUID.fromString("00000000-0000-8000-8000-000000000001"));
    private static final OrganCode TOWN = new OrganCode("410308-cg");
    private static final OrganCode OTHER = new OrganCode("410308-pl");
    private static final SealedText NAME = new SealedText("s1.bmFtZQ");
    private static final AccountEvent OPENED = new AccountEvent.AccountOpened(ID, TOWN, "wang.min", NAME, null);

    private static Account after(AccountEvent... events) {
        Account account = new Account.Unknown();
        for (AccountEvent event : events) {
            account = account.evolve(event);
        }
        return account;
    }

    private static AccountEvent granted(Role role) {
        return new AccountEvent.RoleGranted(ID, TOWN, role);
    }

    private static void refused(AccountRule rule, AccountCommand command, Account account) {
        assertThatThrownBy(() -> AccountRules.handle(command, account))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f -> assertThat(f.rule()).isEqualTo(rule.name())));
    }

    @Test
    void accountIsOpenedOnceForEver() {
        assertThat(AccountRules.handle(new OpenAccount(ID, TOWN, "wang.min", NAME, false), new Account.Unknown()))
                .containsExactly(OPENED);
        refused(AccountRule.LOGIN_TAKEN, new OpenAccount(ID, OTHER, "wang.min", NAME, false), after(OPENED));
        refused(
                AccountRule.LOGIN_TAKEN,
                new OpenAccount(ID, TOWN, "wang.min", NAME, false),
                after(OPENED, new AccountEvent.AccountSuspended(ID, TOWN, "调离")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "w", "Wang", "1wang", "wang min", "王敏", "wang@min", "a123456789012345678901234567890123"})
    void signInNameHasOneForm(String login) {
        refused(AccountRule.LOGIN_FORM, new OpenAccount(ID, TOWN, login, NAME, false), new Account.Unknown());
    }

    @Test
    void suspendedAccountCanBeResumed() {
        AccountEvent suspended = new AccountEvent.AccountSuspended(ID, TOWN, "调离");
        assertThat(AccountRules.handle(new SuspendAccount(ID, "调离", "sysadmin"), after(OPENED)))
                .containsExactly(suspended);
        assertThat(AccountRules.handle(new SuspendAccount(ID, "调离", "sysadmin"), after(OPENED, suspended)))
                .isEmpty();
        assertThat(AccountRules.handle(new ResumeAccount(ID, "调回"), after(OPENED, suspended)))
                .containsExactly(new AccountEvent.AccountResumed(ID, TOWN, "调回"));
        assertThat(AccountRules.handle(new ResumeAccount(ID, "调回"), after(OPENED)))
                .isEmpty();
    }

    @Test
    void reasonIsGiven() {
        refused(AccountRule.REASON_MISSING, new SuspendAccount(ID, " ", "sysadmin"), after(OPENED));
        refused(AccountRule.REASON_MISSING, new ResumeAccount(ID, ""), after(OPENED));
        refused(
                AccountRule.REASON_MISSING,
                new WithdrawRole(ID, TOWN, Role.CLERK, "长".repeat(201)),
                after(OPENED, granted(Role.CLERK)));
    }

    @Test
    void roleIsHeldInAnOrgan() {
        GrantRole clerk = new GrantRole(ID, TOWN, Role.CLERK, true, "secadmin");
        assertThat(AccountRules.handle(clerk, after(OPENED))).containsExactly(granted(Role.CLERK));
        assertThat(AccountRules.handle(clerk, after(OPENED, granted(Role.CLERK))))
                .isEmpty();
        assertThat(AccountRules.handle(
                        new GrantRole(ID, OTHER, Role.CLERK, true, "secadmin"), after(OPENED, granted(Role.CLERK))))
                .containsExactly(new AccountEvent.RoleGranted(ID, OTHER, Role.CLERK));
        assertThat(AccountRules.handle(
                        new WithdrawRole(ID, TOWN, Role.CLERK, "轮岗"), after(OPENED, granted(Role.CLERK))))
                .containsExactly(new AccountEvent.RoleWithdrawn(ID, TOWN, Role.CLERK, "轮岗"));
        assertThat(AccountRules.handle(new WithdrawRole(ID, OTHER, Role.CLERK, "轮岗"), after(OPENED)))
                .isEmpty();
    }

    @Test
    void identityIsLinkedByAnotherBeforeThereIsAnythingToGain() {
        AccountEvent linked = new AccountEvent.IdentityLinked(ID, TOWN, "0a");
        AccountEvent unlinked = new AccountEvent.IdentityUnlinked(ID, TOWN, "调离");
        LinkIdentity link = new LinkIdentity(ID, "0a", false, "sysadmin");
        assertThat(AccountRules.handle(link, after(OPENED))).containsExactly(linked);
        assertThat(AccountRules.handle(link, after(OPENED, linked))).isEmpty();
        assertThat(AccountRules.handle(link, after(OPENED, linked, unlinked))).containsExactly(linked);
        assertThat(AccountRules.handle(link, after(OPENED, linked, granted(Role.CLERK))))
                .isEmpty();
        refused(AccountRule.ACCOUNT_UNKNOWN, link, new Account.Unknown());
        refused(AccountRule.LINKED_ALREADY, new LinkIdentity(ID, "0b", false, "sysadmin"), after(OPENED, linked));
        refused(AccountRule.IDENTITY_TAKEN, new LinkIdentity(ID, "0a", true, "sysadmin"), after(OPENED));
        refused(AccountRule.NOT_ONESELF, new LinkIdentity(ID, "0a", false, "wang.min"), after(OPENED));
        refused(AccountRule.LINKED_BEFORE_ROLES, link, after(OPENED, granted(Role.CLERK)));
        refused(
                AccountRule.SERVICE_HAS_NO_IDENTITY,
                link,
                after(new AccountEvent.AccountOpened(ID, TOWN, "oa.system", NAME, true)));
    }

    @Test
    void identityIsUnlinkedWithAReason() {
        AccountEvent linked = new AccountEvent.IdentityLinked(ID, TOWN, "0a");
        UnlinkIdentity unlink = new UnlinkIdentity(ID, "调离");
        assertThat(AccountRules.handle(unlink, after(OPENED, linked, granted(Role.CLERK))))
                .containsExactly(new AccountEvent.IdentityUnlinked(ID, TOWN, "调离"));
        assertThat(AccountRules.handle(unlink, after(OPENED))).isEmpty();
        refused(AccountRule.REASON_MISSING, new UnlinkIdentity(ID, " "), after(OPENED, linked));
    }

    @Test
    void nobodyEmpowersOrSuspendsHimself() {
        refused(AccountRule.NOT_ONESELF, new GrantRole(ID, TOWN, Role.CLERK, true, "wang.min"), after(OPENED));
        refused(AccountRule.NOT_ONESELF, new SuspendAccount(ID, "休假", "wang.min"), after(OPENED));
    }

    static Stream<List<Role>> ofDifferentDuties() {
        return Stream.of(Role.values())
                .flatMap(a -> Stream.of(Role.values())
                        .filter(b -> a.duty() != b.duty())
                        .map(b -> List.of(a, b)));
    }

    @ParameterizedTest
    @MethodSource("ofDifferentDuties")
    void dutiesAreNotUnited(List<Role> roles) {
        refused(
                AccountRule.DUTIES_APART,
                new GrantRole(ID, OTHER, roles.get(1), true, "secadmin"),
                after(OPENED, granted(roles.get(0))));
    }

    @Test
    void dutyCanChangeWhenItsRolesAreWithdrawn() {
        Account free =
                after(OPENED, granted(Role.CLERK), new AccountEvent.RoleWithdrawn(ID, TOWN, Role.CLERK, "改任系统管理员"));
        assertThat(AccountRules.handle(new GrantRole(ID, TOWN, Role.SYSTEM_ADMIN, true, "secadmin"), free))
                .containsExactly(granted(Role.SYSTEM_ADMIN));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"APPROVER", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void machineHoldsNoOffice(Role role) {
        Account service = after(new AccountEvent.AccountOpened(ID, TOWN, "oa.system", NAME, true));
        refused(AccountRule.SERVICE_HOLDS_NO_OFFICE, new GrantRole(ID, TOWN, role, true, "secadmin"), service);
    }

    @Test
    void rolesComeAfterTheOwnersOwnPassword() {
        refused(AccountRule.FIRST_PASSWORD_KEPT, new GrantRole(ID, TOWN, Role.CLERK, false, "secadmin"), after(OPENED));
    }

    @Test
    void passwordIsMadeOnlyForWhoHoldsNoRole() {
        AccountRules.requirePasswordMayBeMade("wang.min", false, "sysadmin");
        assertThatThrownBy(() -> AccountRules.requirePasswordMayBeMade("wang.min", true, "sysadmin"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings().get(0).rule()).isEqualTo(AccountRule.HOLDS_ROLES.name()));
        assertThatThrownBy(() -> AccountRules.requirePasswordMayBeMade("wang.min", false, "wang.min"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings().get(0).rule()).isEqualTo(AccountRule.NOT_ONESELF.name()));
    }

    @Test
    void unknownAccountHasNoRoles() {
        refused(
                AccountRule.ACCOUNT_UNKNOWN,
                new GrantRole(ID, TOWN, Role.CLERK, true, "secadmin"),
                new Account.Unknown());
    }

    /** Whoever makes accounts does not empower them; whoever does either does no business; the auditor does nothing. */
    @Test
    void rightsOfDifferentDutiesDoNotMeet() {
        for (Role a : Role.values()) {
            for (Role b : Role.values()) {
                if (a.duty() != b.duty()) {
                    Set<Right> both = EnumSet.copyOf(a.rights());
                    both.retainAll(b.rights());
                    assertThat(both).as(a + " and " + b).isSubsetOf(Right.COME_IN, Right.SEE_ACCOUNTS);
                }
            }
        }
        assertThat(Role.AUDIT_ADMIN.rights()).containsExactlyInAnyOrder(Right.COME_IN, Right.AUDIT, Right.SEE_ACCOUNTS);
    }

    @Test
    void everyRightIsInARole() {
        Set<Right> held = EnumSet.noneOf(Right.class);
        for (Role role : Role.values()) {
            held.addAll(role.rights());
        }
        assertThat(held).containsExactlyInAnyOrder(Right.values());
    }
}
