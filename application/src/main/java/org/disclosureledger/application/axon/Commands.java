package org.disclosureledger.application.axon;

import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.disclosureledger.domain.CommandRejected;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sends commands and waits for what became of them. */
@Component
public class Commands {

    private static final int ATTEMPTS = 4;

    private final CommandBus bus;

    public Commands(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * @param aggregate name of the {@link AggregateType} that the command is for
     * @throws CommandRejected when the rules object
     * @throws Overtaken when others were quicker four times in a row
     */
    public <R> R send(String aggregate, Object command, Map<String, String> metadata, Class<R> result) {
        for (int attempt = 1; ; attempt++) {
            CommandMessage<Object> message =
                    new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(metadata)), aggregate);
            FutureCallback<Object, Object> callback = new FutureCallback<>();
            bus.dispatch(message, callback);
            var answer = callback.getResult();
            if (!answer.isExceptional()) {
                return result.cast(answer.getPayload());
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

    /** A command to one aggregate. */
    public Recorded send(String aggregate, Object command, Map<String, String> metadata) {
        return send(aggregate, command, metadata, Recorded.class);
    }
}
