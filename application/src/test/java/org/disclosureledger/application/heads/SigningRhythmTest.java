package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten minutes or a thousand events, whichever comes first. */
class SigningRhythmTest {

    private final SigningRhythm rhythm = new SigningRhythm(Duration.ofMinutes(10), 1_000);

    @Test
    void headIsDueWhenItsTimeHasComeOrManyEventsHave() {
        assertThat(rhythm.left(Duration.ofMinutes(4), 999)).isEqualTo(Duration.ofMinutes(6));
        assertThat(rhythm.left(Duration.ofMinutes(10), 1)).isZero();
        assertThat(rhythm.left(Duration.ofDays(1), 1)).isZero();
        assertThat(rhythm.left(Duration.ZERO, 1_000)).isZero();
        assertThat(rhythm.patience()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void rhythmWithoutBeatIsRefused() {
        assertThatThrownBy(() -> new SigningRhythm(Duration.ZERO, 1)).hasMessageContaining("LEDGER_HEADS_EVERY");
        assertThatThrownBy(() -> new SigningRhythm(Duration.ofSeconds(1), 0))
                .hasMessageContaining("LEDGER_HEADS_EVERY");
    }
}
