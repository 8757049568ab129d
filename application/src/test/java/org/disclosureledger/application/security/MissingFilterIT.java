package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.security.Intrusion.Theirs;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.projections.people.PeopleStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The tries of {@link IsolationIT} by somebody whom the program by mistake lets do everything in every organ: every check
 * and every filter of its own says yes. What is left is the database.
 */
@RunningService
@Import(MissingFilterIT.Careless.class)
class MissingFilterIT {

    private static final String INTRUDER = "careless.intruder";
    private static final String MINE = "filter-mine";

    @LocalServerPort
    int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Flyway asOwner;

    /** Forgets, for one person, of which organ the business is that he may do. */
    @TestConfiguration
    static class Careless {

        @Bean
        @Primary
        Actors carelessActors(PeopleStore people) {
            return new Actors(people) {
                @Override
                public Actor of(String login) {
                    Actor actor = super.of(login);
                    if (!login.equals(INTRUDER)) {
                        return actor;
                    }
                    Set<Right> all = EnumSet.allOf(Right.class);
                    all.removeIf(right -> right.everywhere() && right != Right.COME_IN);
                    return new Actor(login, all, actor.inOrgans());
                }
            };
        }
    }

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    @Test
    void databaseKeepsBackWhatTheProgramWouldShow() {
        Service admin = new Service(port);
        admin.organ(MINE, "己方镇人民政府");
        Service intruder = new Staff(admin).hire(MINE, INTRUDER, Role.CLERK, Role.HANDLER);
        Theirs theirs = Intrusion.work(admin, "filter-theirs");
        String before = Intrusion.theirRecord(admin, theirs);
        Intrusion intrusion = new Intrusion(requestMappingHandlerMapping);

        Set<String> leaks = intrusion.leaks(intruder, theirs, List.of(theirs.organ(), MINE), METHODS);

        System.out.printf("isolation by the database: %d tries, %d leaks%n", intrusion.tries(), leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(Intrusion.theirRecord(admin, theirs)).isEqualTo(before);
        assertThat(intrusion.tries()).isGreaterThan(2_000);

        JdbcTemplate owner = new JdbcTemplate(asOwner.getConfiguration().getDataSource());
        List<String> secured = owner.queryForList(
                "select quote_ident(relname) from pg_class where relrowsecurity and relkind = 'r'", String.class);
        secured.forEach(table -> owner.execute("alter table " + table + " disable row level security"));
        try {
            assertThat(intrusion.leaks(intruder, theirs, List.of(theirs.organ()), Set.of("GET")))
                    .as("without the policies the same tries show what they are after")
                    .hasSizeGreaterThan(50);
        } finally {
            secured.forEach(table -> owner.execute("alter table " + table + " enable row level security"));
        }
    }
}
