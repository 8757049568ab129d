package org.disclosureledger.domain.organ;

import java.util.Arrays;
import java.util.List;
import org.disclosureledger.domain.Coded;

/** What neither the Regulation nor the form says about counting, so that each organ chooses. */
public enum CountingRule implements Coded {
    REMEDY_INSTANCES("remedy.instances", "一审、二审、再审的计数"),
    REQUEST_REANSWER("request.reanswer", "重新答复的计数");

    private final String id;
    private final String label;

    CountingRule(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** The ways to count that can be chosen, the one that holds without a choice first. */
    public List<CountingChoice> choices() {
        return Arrays.stream(CountingChoice.values())
                .filter(choice -> choice.rule() == this)
                .toList();
    }

    public CountingChoice byDefault() {
        return choices().get(0);
    }
}
