package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Events of every age are read, and what cannot be read is said without quoting it. */
class EventCatalogueTest {

    /** As it is written since revision 3; before, {@code desk} was {@code place}, and street and number were one. */
    record Moved(
            OrganCode organ,
            String desk,
            String street,
            int number,
            @Nullable String remark) implements DomainEvent {}

    private static final EventCatalogue CATALOGUE = new EventCatalogue(List.of(
            new EventName("Moved", 3, Moved.class, List.of(EventCatalogueTest::renamed, EventCatalogueTest::split)),
            new EventName("Stayed", 1, Moved.class)));

    private static ObjectNode renamed(ObjectNode older) {
        older.set("desk", older.remove("place"));
        return older;
    }

    private static ObjectNode split(ObjectNode older) {
        String[] parts = older.remove("address").asString().split(" ", -1);
        return older.put("street", parts[0]).put("number", Integer.parseInt(parts[1]));
    }

    private static final Moved EVENT = new Moved(new OrganCode("o"), "三号窗口", "解放路", 12, null);

    @Test
    void firstRevisionIsReadThroughBothSteps() {
        assertThat(CATALOGUE.read("Moved", 1, "{\"address\":\"解放路 12\",\"organ\":\"o\",\"place\":\"三号窗口\"}"))
                .isEqualTo(EVENT);
    }

    @Test
    void secondRevisionIsReadThroughTheLastStep() {
        assertThat(CATALOGUE.read("Moved", 2, "{\"address\":\"解放路 12\",\"desk\":\"三号窗口\",\"organ\":\"o\"}"))
                .isEqualTo(EVENT);
    }

    @Test
    void thirdRevisionIsReadAsItIs() {
        assertThat(CATALOGUE.read("Moved", 3, EventJson.write(EVENT))).isEqualTo(EVENT);
    }

    @Test
    void revisionOfANewerProgramIsRefusedInWords() {
        assertThatThrownBy(() -> CATALOGUE.read("Moved", 4, "{}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("第 4 版是较新的程序写入的");
    }

    @Test
    void unknownNameIsRefusedInWords() {
        assertThatThrownBy(() -> CATALOGUE.read("Vanished", 1, "{}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("Vanished");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"desk\":\"机密\",",
                "{\"desk\":\"机密\",\"number\":12,\"organ\":\"o\",\"street\":\"s\"} \"机密\"",
                "{\"desk\":\"机密\",\"number\":12,\"organ\":\"o\"}",
                "{\"desk\":\"机密\",\"number\":12,\"organ\":\"o\",\"street\":null}",
                "{\"desk\":\"机密\",\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":\"机密\",\"number\":\"机密\",\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":\"机密\",\"number\":\"12\",\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":\"机密\",\"number\":99999999999,\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":7,\"number\":12,\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":{\"机密\":1},\"number\":12,\"organ\":\"o\",\"street\":\"s\"}",
                "{\"desk\":\"d\",\"number\":12,\"organ\":{\"机密\":1},\"street\":\"s\"}",
                "{\"desk\":\"d\",\"number\":12,\"organ\":\"机 密\",\"street\":\"s\"}",
                "{\"desk\":\"d\",\"number\":12,\"organ\":\"o\",\"street\":\"s\",\"机密\":1}",
                "[]",
                "null",
                ""
            })
    void payloadThatIsNotWhatItsNamePromisesIsRefusedWithoutBeingQuoted(String payload) {
        assertThatThrownBy(() -> CATALOGUE.read("Stayed", 1, payload))
                .isInstanceOf(UnreadableEvent.class)
                .hasNoCause()
                .hasMessageContaining("内容")
                .hasMessageNotContaining("机");
    }

    @Test
    void stepThatFailsIsRefusedWithoutQuoting() {
        assertThatThrownBy(() -> CATALOGUE.read("Moved", 1, "{\"address\":\"机密\",\"organ\":\"o\",\"place\":\"d\"}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasNoCause()
                .hasMessageNotContaining("机密");
    }

    @Test
    void olderRevisionWithoutAWayUpIsNotDeclared() {
        assertThatThrownBy(() -> new EventName("Moved", 2, Moved.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
