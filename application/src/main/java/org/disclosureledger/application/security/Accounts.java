package org.disclosureledger.application.security;

import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The administrator's account: its password comes from the configuration, or is made and shown once. */
@Component
@DependsOnDatabaseInitialization
public class Accounts implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String ADMIN = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final String configured;
    private String shown = "";

    public Accounts(JdbcClient jdbc, PasswordEncoder encoder, @Value("${ledger.admin-password}") String configured) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.configured = configured;
        prepare();
    }

    private void prepare() {
        Optional<String> stored = hash(ADMIN);
        if (!configured.isBlank()) {
            if (stored.isEmpty() || !encoder.matches(configured, stored.get())) {
                store(configured);
            }
        } else if (stored.isEmpty()) {
            shown = random();
            store(shown);
        }
    }

    private void store(String password) {
        jdbc.sql("""
                        insert into account (username, password_hash) values (?, ?)
                        on conflict (username) do update set password_hash = excluded.password_hash
                        """).param(ADMIN).param(encoder.encode(password)).update();
    }

    private Optional<String> hash(String username) {
        return jdbc.sql("select password_hash from account where username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Says once, on the console, where the product is and how to come in. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String password = shown.isEmpty()
                    ? (configured.isBlank()
                            ? "首次启动时已显示；忘记时请设置 LEDGER_ADMIN_PASSWORD 后重新启动"
                            : "由 LEDGER_ADMIN_PASSWORD 设定")
                    : shown;
            shown = "";
            System.out.printf(
                    "%n  公开台账已启动：http://localhost:%d%n  用户名：%s%n  密码：%s%n%n",
                    context.getWebServer().getPort(), ADMIN, password);
        } else {
            LOG.info("started without a web server");
        }
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return hash(username)
                .map(hash -> User.withUsername(username)
                        .password(hash)
                        .roles("ADMIN")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown user"));
    }
}
