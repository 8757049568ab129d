package org.disclosureledger.application.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** A command whose events are about to be appended; travels with the unit of work, and learns where they came to lie. */
public final class CommandInProgress {

    static final String RESOURCE = CommandInProgress.class.getName();

    private final CommandId id;
    private final Contribution.@Nullable Answer answer;
    private @Nullable Appended appended;

    /** @param answer what a retry is to be told, null when nobody can retry */
    public CommandInProgress(CommandId id, Contribution.@Nullable Answer answer) {
        this.id = id;
        this.answer = answer;
    }

    /** Binds the command to the running unit of work. */
    public void begin() {
        CurrentUnitOfWork.get().resources().put(RESOURCE, this);
    }

    CommandId id() {
        return id;
    }

    Contribution.@Nullable Answer answer() {
        return answer;
    }

    void appended(Appended place) {
        appended = place;
    }

    /** @throws IllegalStateException before the commit */
    public Appended appended() {
        Appended place = appended;
        if (place == null) {
            throw new IllegalStateException("nothing was appended yet");
        }
        return place;
    }
}
