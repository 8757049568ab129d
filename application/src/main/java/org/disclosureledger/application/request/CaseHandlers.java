package org.disclosureledger.application.request;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.people.Colleagues;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.application.request.HandlerBodies.AssignHandlerBody;
import org.disclosureledger.application.request.HandlerBodies.ReleaseHandlerBody;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.projections.caseload.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who handles a request: for API and pages alike. */
@Component
public class CaseHandlers {

    private final CaseFiles files;
    private final Colleagues colleagues;

    CaseHandlers(CaseFiles files, Colleagues colleagues) {
        this.files = files;
        this.colleagues = colleagues;
    }

    /**
     * @throws CommandRejected when the account cannot handle requests of the organ, or the request is answered
     * @throws Problem when the organ has no such request
     */
    public Recorded assign(String organ, String caseId, AssignHandlerBody body, String user, CommandId id) {
        String login = Objects.requireNonNullElse(TypedText.of(body.handler()), "");
        return files.take(organ, caseId, new HandlerBodies.Assignment(body, colleagues.named(login)), user, id);
    }

    /**
     * @throws CommandRejected when the request is answered
     * @throws Problem when the organ has no such request
     */
    public Recorded release(String organ, String caseId, ReleaseHandlerBody body, String user, CommandId id) {
        return files.take(organ, caseId, body, user, id);
    }

    /** Empty when nobody in particular handles it. */
    public Optional<Colleague> of(CaseFile file) {
        AccountId handler = file.request().handler();
        return handler == null
                ? Optional.empty()
                : Optional.ofNullable(
                        colleagues.of(file.organ(), List.of(handler.toString())).get(handler.toString()));
    }

    /** By account: those who handle the requests of a page, or have open ones on their hands. */
    public Map<String, Colleague> of(String organ, OpenCases.Page page) {
        Set<String> accounts = new HashSet<>(page.hands().keySet());
        page.requests().stream()
                .map(l -> l.stage().handler())
                .filter(Objects::nonNull)
                .forEach(accounts::add);
        return of(organ, accounts);
    }

    /** By account, nobody left out. */
    public Map<String, Colleague> of(String organ, Collection<String> accounts) {
        return colleagues.of(
                organ,
                accounts.stream().filter(a -> !a.equals(OpenCases.NOBODY)).toList());
    }

    /**
     * Whose requests are meant.
     *
     * @param login sign-in name, null or blank for whoever it is
     * @param unassigned those that nobody in particular handles
     */
    public Whose whose(@Nullable String login, boolean unassigned) {
        if (unassigned) {
            return Whose.NOBODY;
        }
        return login == null || login.isBlank()
                ? Whose.EVERYBODY
                : Whose.of(colleagues.named(login.strip()).id().toString());
    }

    /** Those whom it can be given to. */
    public List<Colleague> candidates(String organ) {
        return colleagues.handlers(organ);
    }
}
