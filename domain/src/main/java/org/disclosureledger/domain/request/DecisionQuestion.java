package org.disclosureledger.domain.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question on the way to the one result of a request.
 *
 * @param id stands for it in {@link Next.Ask}
 * @param words in Chinese, as it is asked
 * @param explanation what the law says of it, one sentence or more
 * @param ground the articles or the notice that it asks about
 */
public record DecisionQuestion(
        String id, Stage stage, String words, List<String> explanation, String ground, List<Option> options) {

    /** The parts of the way, in the order in which they are gone. */
    public enum Stage {
        ENDED("是否已经终止"),
        SCOPE("是否按政府信息公开申请处理"),
        ABANDONED("补正和缴费"),
        HELD("本机关有没有"),
        DISCLOSABLE("能否公开"),
        SEPARABLE("能否区分处理");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One of the things that can be said to a question.
     *
     * @param hint what to know before it is said
     * @param found what the organ finds by it; null where it only leads on
     */
    public record Option(
            String words, @Nullable String hint, @Nullable Found found, Next next) {}

    /**
     * What an answer can say for it.
     *
     * @param article of the Regulation, without its name, or a notice
     * @param reason a sentence
     */
    public record Found(String article, String reason) {}

    /** Where an option leads. */
    public sealed interface Next {

        /** To another question. */
        record Ask(String question) implements Next {}

        /**
         * To the result.
         *
         * @param endReason why it ended, for {@link Outcome#OTHER_OTHER}
         */
        record Conclude(Outcome outcome, @Nullable EndReason endReason) implements Next {}
    }

    public DecisionQuestion {
        explanation = List.copyOf(explanation);
        options = List.copyOf(options);
    }

    /** The first option that leads to another question, null when all of them conclude. */
    @Nullable Option leadingOn() {
        return options.stream()
                .filter(o -> o.next() instanceof Next.Ask)
                .findFirst()
                .orElse(null);
    }

    /** The first option that concludes with this result, null when none does. */
    @Nullable Option concluding(Outcome outcome) {
        return options.stream()
                .filter(o -> o.next() instanceof Next.Conclude c && c.outcome() == outcome)
                .findFirst()
                .orElse(null);
    }

    /** Whether other requests of the same applicant matter to it. */
    public boolean asksWhetherRepeated() {
        return concluding(Outcome.NOT_PROCESSED_REPEATED) != null;
    }

    /** The option that asks whether what this result keeps back can be separated, null when there is none. */
    @Nullable Option withholding(Outcome outcome) {
        return options.stream()
                .filter(o -> o.next().equals(DecisionQuestions.separable(outcome)))
                .findFirst()
                .orElse(null);
    }
}
