package org.disclosureledger.application.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.imports.Sealing;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.RequestCommand;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers requests as they arrive: finds their numbers, splits a paper with several matters, seals what is personal. */
@Component
public class Receipts {

    private static final int MOST_MATTERS = 20;
    private static final int MOST_PROPOSALS = 50;

    private final Commands commands;
    private final CaseKeys keys;
    private final CaseReferences references;
    private final RegistrationNumbers numbers;
    private final IdempotencyKeys identities;
    private final Projections projections;
    private final Clock clock;

    Receipts(
            Commands commands,
            CaseKeys keys,
            CaseReferences references,
            RegistrationNumbers numbers,
            IdempotencyKeys identities,
            Projections projections,
            Clock clock) {
        this.commands = commands;
        this.keys = keys;
        this.references = references;
        this.numbers = numbers;
        this.identities = identities;
        this.projections = projections;
        this.clock = clock;
    }

    /** One paper on its way into the ledger. */
    private record Paper(String organ, ReceiptBody body, String user, LocalDate today) {}

    /**
     * Registers a paper, each of its matters as a request of its own, and waits until the tables show them.
     *
     * @return what became of each matter; the first is the one that the others are split from
     * @throws CommandRejected when a field cannot be read or the rules object
     */
    public List<Recorded> receive(String organ, ReceiptBody body, String user, CommandId id) {
        Bodies.check(body);
        List<String> contents = contents(body);
        Paper paper = new Paper(organ, body, user, ZonedDateTime.now(clock).toLocalDate());
        contents.forEach(content -> row(body, null, content));
        List<Recorded> recorded = new ArrayList<>();
        RequestId origin = origin(organ, body);
        Recorded first = register(paper, contents.get(0), TypedText.of(body.registrationNumber()), origin, id);
        recorded.add(first);
        for (int i = 1; i < contents.size(); i++) {
            RequestId whole = new RequestId(UUID.fromString(first.aggregateId()));
            recorded.add(register(paper, contents.get(i), null, whole, identities.part(id, "matter-" + (i + 1))));
        }
        projections.catchUp();
        return recorded;
    }

    private static List<String> contents(ReceiptBody body) {
        List<String> matters = body.matters() == null
                ? List.of()
                : body.matters().stream()
                        .map(TypedText::of)
                        .filter(Objects::nonNull)
                        .toList();
        String content = TypedText.of(body.content());
        if (content == null && matters.isEmpty()) {
            throw new CommandRejected(CaseFileRule.CONTENT_OR_MATTERS.onField("content"));
        }
        if (content != null && !matters.isEmpty()) {
            throw new CommandRejected(CaseFileRule.CONTENT_AND_MATTERS.onField("matters"));
        }
        if (matters.size() > MOST_MATTERS) {
            throw new CommandRejected(CaseFileRule.TOO_MANY_MATTERS.onField("matters", MOST_MATTERS));
        }
        return content == null ? matters : List.of(content);
    }

    private @Nullable RequestId origin(String organ, ReceiptBody body) {
        String splitFrom = TypedText.of(body.splitFrom());
        return splitFrom == null ? null : references.request(organ, "splitFrom", splitFrom);
    }

    /** A number that somebody else took in the same moment is followed by the next; attempts are told apart on a retry. */
    private Recorded register(
            Paper paper, String content, @Nullable String number, @Nullable RequestId splitFrom, CommandId id) {
        if (number != null) {
            return send(paper, number, content, splitFrom, id);
        }
        int year = Objects.requireNonNull(paper.body().receivedOn()).getYear();
        long tried = 0;
        for (int attempt = 1; attempt <= MOST_PROPOSALS; attempt++) {
            CommandId identity = attempt == 1 ? id : identities.part(id, "attempt-" + attempt);
            try {
                Optional<Recorded> earlier = commands.earlier(identity);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                String proposed = numbers.after(paper.organ(), year, tried);
                tried = RegistrationNumbers.running(proposed);
                return send(paper, proposed, content, splitFrom, identity);
            } catch (CommandRejected e) {
                if (!isTaken(e)) {
                    throw e;
                }
            }
        }
        throw new CommandRejected(CaseFileRule.NUMBERS_TAKEN.on(RequestFact.REGISTRATION_NUMBER));
    }

    private static boolean isTaken(CommandRejected rejection) {
        return rejection.findings().stream().anyMatch(f -> f.rule().equals(RequestRule.ALREADY_RECEIVED.name()));
    }

    private Recorded send(Paper paper, String number, String content, @Nullable RequestId splitFrom, CommandId id) {
        ReceiptBody body = paper.body();
        StatedRow row = row(body, number, content);
        String canonical = Objects.requireNonNull(row.values().get(RequestFact.REGISTRATION_NUMBER.id()));
        RequestId requestId = references.requestNumbered(paper.organ(), canonical);
        CaseKey key = keys.forCase(paper.organ(), requestId.toString());
        RequestCommand.Receipt receipt = new RequestCommand.Receipt(
                body.arrivedOn(),
                body.postalService(),
                Objects.requireNonNull(body.identityProof()),
                sealed(key, "representative", body.representative()),
                sealed(key, "otherApplicants", body.otherApplicants()),
                body.wantedForm(),
                splitFrom);
        Entry entry = new Entry(
                Sealing.facts(RegisterLayout.REQUESTS, row, key), false, null, paper.today(), Entry.Source.TYPED);
        return commands.send(
                RequestWiring.AGGREGATE,
                new RequestCommand.ReceiveRequest(requestId, new OrganCode(paper.organ()), entry, receipt),
                Map.of("by", paper.user(), "source", "typed"),
                id,
                List.of());
    }

    /** @throws CommandRejected when something cannot be read */
    private static StatedRow row(ReceiptBody body, @Nullable String number, String content) {
        Map<String, String> texts = new HashMap<>(body.texts());
        texts.put(RequestFact.CONTENT.id(), content);
        if (number != null) {
            texts.put(RequestFact.REGISTRATION_NUMBER.id(), number);
        }
        String remark = TypedText.of(body.remark());
        StatedRow row = TypedEntry.read(
                RegisterLayout.REQUESTS,
                texts,
                remark == null ? Map.of() : Map.of(RegisterLayout.REMARK_HEADER, remark));
        if (row.isFaulty()) {
            throw new CommandRejected(row.findings());
        }
        return row;
    }

    private static @Nullable SealedText sealed(CaseKey key, String component, @Nullable String text) {
        String typed = TypedText.of(text);
        return typed == null ? null : key.seal(component, typed);
    }
}
