package org.disclosureledger.application.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.projections.people.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Who may sign in. The passwords of the built-in accounts come from the configuration, or are made and shown once on the
 * console; those of people are made by the system administrator and changed by their owners at the first sign-in.
 */
@Component
@DependsOnDatabaseInitialization
public class Accounts implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final AccountStore store;
    private final PeopleStore people;
    private final PasswordEncoder encoder;
    private final Environment configuration;
    private final Clock clock;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final SecureRandom random = new SecureRandom();
    private final Map<BuiltInAccount, String> shown = new EnumMap<>(BuiltInAccount.class);

    public Accounts(
            AccountStore store,
            PeopleStore people,
            PasswordEncoder encoder,
            Environment configuration,
            Clock clock,
            Sessions sessions,
            SignInAttempts attempts) {
        this.store = store;
        this.people = people;
        this.encoder = encoder;
        this.configuration = configuration;
        this.clock = clock;
        this.sessions = sessions;
        this.attempts = attempts;
        for (BuiltInAccount account : BuiltInAccount.values()) {
            prepare(account);
        }
    }

    private String configured(BuiltInAccount account) {
        return configuration.getProperty(account.property(), "");
    }

    private void prepare(BuiltInAccount account) {
        Optional<AccountStore.Stored> stored = store.find(account.login());
        String configured = configured(account);
        if (!configured.isBlank()) {
            if (stored.isEmpty() || !encoder.matches(configured, stored.get().passwordHash())) {
                store(account.login(), configured, false);
            }
        } else if (stored.isEmpty()) {
            String made = random();
            shown.put(account, made);
            store(account.login(), made, account != BuiltInAccount.ADMIN);
        }
    }

    private void store(String login, String password, boolean mustChange) {
        store.store(login, String.valueOf(encoder.encode(password)), mustChange, clock.instant());
    }

    private String random() {
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
            System.out.printf(
                    "%n  公开台账已启动：http://localhost:%d%n  用户名：%s%n  密码：%s%n%s%n",
                    context.getWebServer().getPort(),
                    BuiltInAccount.ADMIN.login(),
                    password(BuiltInAccount.ADMIN),
                    administrators());
            shown.clear();
        } else {
            LOG.info("started without a web server");
        }
    }

    private String password(BuiltInAccount account) {
        String made = shown.get(account);
        if (made != null) {
            return made;
        }
        return configured(account).isBlank()
                ? "首次启动时已显示；忘记时请设置 " + account.variable() + " 后重新启动"
                : "由 " + account.variable() + " 设定";
    }

    /** Shown at the first start only: whoever works alone needs none of them. */
    private String administrators() {
        List<String> lines = new ArrayList<>();
        for (BuiltInAccount account : BuiltInAccount.values()) {
            String made = shown.get(account);
            if (account != BuiltInAccount.ADMIN && made != null) {
                lines.add("  " + account.label() + "：" + account.login() + "　首次密码：" + made);
            }
        }
        return lines.isEmpty()
                ? ""
                : String.format("%n  多人使用时，下面三个账号分别交给三个人（首次登录须更改密码）：%n%s%n", String.join("\n", lines));
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return store.find(login)
                .filter(stored -> !suspended(login))
                .map(stored -> User.withUsername(login)
                        .password(stored.passwordHash())
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown or suspended user"));
    }

    private boolean suspended(String login) {
        return !isBuiltIn(login)
                && Access.asProduct(() -> people.byLogin(login))
                        .map(account -> account.suspended())
                        .orElse(true);
    }

    public static boolean isBuiltIn(String login) {
        for (BuiltInAccount account : BuiltInAccount.values()) {
            if (account.login().equals(login)) {
                return true;
            }
        }
        return false;
    }

    public boolean exists(String login) {
        return store.find(login).isPresent();
    }

    /** Whether somebody else has made the password. */
    public boolean mustChange(String login) {
        return store.find(login).map(AccountStore.Stored::mustChange).orElse(false);
    }

    /** A new password that its owner has to change; what it was before is good no more. */
    public String issue(String login) {
        String made = random();
        store(login, made, true);
        sessions.end(login, "");
        return made;
    }

    /** The password of an account that was opened just now; null when its owner has made his own already. */
    public @Nullable String issueFirst(String login) {
        return store.find(login).filter(stored -> !stored.mustChange()).isPresent() ? null : issue(login);
    }

    /**
     * The owner's change of his password; he stays signed in where he did it, and nowhere else.
     *
     * @param session in which he did it, empty for none
     * @return the objection as a Chinese sentence, with the field that it is about; empty when it was changed
     */
    public Optional<Objection> change(String login, String old, String fresh, String session) {
        String place = "change of " + login;
        if (attempts.refused(login, place)) {
            return Optional.of(new Objection("old", "输错的次数太多，请 15 分钟以后再试"));
        }
        Optional<AccountStore.Stored> stored = store.find(login);
        if (stored.isEmpty() || !encoder.matches(old, stored.get().passwordHash())) {
            attempts.failed(login, place);
            return Optional.of(new Objection("old", "现在的密码不正确"));
        }
        attempts.succeeded(login, place);
        if (old.equals(fresh)) {
            return Optional.of(new Objection("fresh", "新密码不能与现在的相同"));
        }
        String objection = PasswordRules.objection(login, fresh);
        if (objection != null) {
            return Optional.of(new Objection("fresh", objection));
        }
        store(login, fresh, false);
        sessions.end(login, session);
        return Optional.empty();
    }

    /** Ends what he is signed in with: a way by which he came in is closed. */
    public void signOut(String login) {
        sessions.end(login, "");
    }

    /** Why a password was not changed. */
    public record Objection(String field, String sentence) {}
}
