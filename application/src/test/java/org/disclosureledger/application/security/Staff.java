package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.domain.people.Role;

/** People with accounts and roles, made as an office makes them: by its administrators, over HTTP. */
public final class Staff {

    /** Every person's own password. */
    public static final String PASSWORD = "twelve-and-more-2026";

    private final Service admin;

    public Staff(Service admin) {
        this.admin = admin;
    }

    /** A person who has changed the first password, with roles in an organ. */
    public Service hire(String organ, String login, Role... roles) {
        Answer opened = admin.as("sysadmin", Service.PASSWORD)
                .postJson("/api/v1/accounts", Map.of("login", login, "name", "某某" + login, "organ", organ));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        Answer changed = admin.as(login, opened.json().path("firstPassword").asString())
                .putJson(
                        "/api/v1/password",
                        Map.of("old", opened.json().path("firstPassword").asString(), "fresh", PASSWORD));
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        for (Role role : roles) {
            grant(login, organ, role);
        }
        return admin.as(login, PASSWORD);
    }

    public void grant(String login, String organ, Role role) {
        Answer granted = admin.as("secadmin", Service.PASSWORD)
                .call("PUT", "/api/v1/accounts/" + login + "/roles/" + organ + "/" + role.id(), "", new byte[0]);
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    }
}
