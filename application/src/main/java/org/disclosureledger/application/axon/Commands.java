package org.disclosureledger.application.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.disclosureledger.application.eventstore.AlreadyAnswered;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.OutcomeUnknown;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sends commands and waits for what became of them. */
@Component
public class Commands {

    private static final int ATTEMPTS = 4;

    private final CommandBus bus;
    private final Answers answers;

    Commands(CommandBus bus, Answers answers) {
        this.bus = bus;
        this.answers = answers;
    }

    /** A command that is not for one aggregate; see {@link #send(String, Object, Map, CommandId, List)}. */
    public <R> R send(String name, Object command, Class<R> result) {
        return result.cast(attempt(name, command, Map.of()));
    }

    /**
     * A command to one aggregate. One that came before has no second effect: its first answer is given again.
     *
     * @param aggregate name of the {@link AggregateType} that the command is for
     * @param remarks what was noticed already, to be told with the findings of the rules
     * @throws CommandRejected when the rules object
     * @throws Overtaken when others were quicker four times in a row
     * @throws IdentityReused when the identity belongs to another command
     * @throws OutcomeUnknown when the commit was neither confirmed nor refused
     */
    public Recorded send(
            String aggregate, Object command, Map<String, String> metadata, CommandId id, List<Finding> remarks) {
        Optional<Recorded> earlier = answers.find(id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Map<String, String> all = new HashMap<>(metadata);
        all.put("command", id.value().toString());
        try {
            Object result = attempt(aggregate, new Envelope(command, id, remarks), all);
            return (Recorded) ((Supplier<?>) result).get();
        } catch (AlreadyAnswered e) {
            return answers.find(id).orElseThrow(() -> e);
        }
    }

    /**
     * What the command was answered when it came before; empty when it did not.
     *
     * @throws CommandRejected when it was rejected then
     * @throws IdentityReused when the identity belongs to another command
     */
    public Optional<Recorded> earlier(CommandId id) {
        return answers.find(id);
    }

    private Object attempt(String name, Object command, Map<String, String> metadata) {
        for (int attempt = 1; ; attempt++) {
            CommandMessage<Object> message =
                    new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(metadata)), name);
            FutureCallback<Object, Object> callback = new FutureCallback<>();
            bus.dispatch(message, callback);
            var answer = callback.getResult();
            if (!answer.isExceptional()) {
                return answer.getPayload();
            }
            Throwable failure = answer.exceptionResult();
            if (!(failure instanceof ConcurrencyException || failure instanceof PessimisticLockingFailureException)) {
                throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
            }
            if (attempt == ATTEMPTS) {
                throw new Overtaken(failure);
            }
        }
    }
}
