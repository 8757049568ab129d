package org.disclosureledger.application.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.access.AccessId;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.access.SubjectId;
import org.disclosureledger.domain.document.DocumentCategory;
import org.disclosureledger.domain.document.DocumentId;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationId;
import org.disclosureledger.domain.publication.ReviewVerdict;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ConsolidatedReportId;
import org.disclosureledger.domain.report.ExternalTablesId;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.AttachmentKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.EndReason;
import org.disclosureledger.domain.request.IdentityProof;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.WantedForm;
import org.disclosureledger.domain.retention.RestrictionRule;
import org.disclosureledger.domain.tally.TallyId;
import org.disclosureledger.domain.tally.TallyItem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Events as JSON: one canonical text per event (properties in alphabetical order, no blanks, absent values left out), so
 * that the stored bytes can be compared and chained. What is read must have exactly this form; nothing is guessed. The
 * domain carries no annotation for it.
 */
public final class EventJson {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(module())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static String write(DomainEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    public static DomainEvent read(EventName name, String payload) {
        return MAPPER.readValue(payload, name.type());
    }

    static DomainEvent read(EventName name, ObjectNode payload) {
        return MAPPER.treeToValue(payload, name.type());
    }

    static ObjectNode readTree(String payload) {
        return MAPPER.readValue(payload, ObjectNode.class);
    }

    public static String writeMetadata(Map<String, String> metadata) {
        return MAPPER.writeValueAsString(new java.util.TreeMap<>(metadata));
    }

    public static Map<String, String> readMetadata(String metadata) {
        return MAPPER.readValue(metadata, METADATA);
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("ledger-events");
        text(module, RequestId.class, id -> id.value().toString(), s -> new RequestId(UUID.fromString(s)));
        text(module, RemedyId.class, id -> id.value().toString(), s -> new RemedyId(UUID.fromString(s)));
        text(module, DocumentId.class, id -> id.value().toString(), s -> new DocumentId(UUID.fromString(s)));
        text(module, TallyId.class, id -> id.value().toString(), s -> new TallyId(UUID.fromString(s)));
        text(module, AnnualReportId.class, id -> id.value().toString(), s -> new AnnualReportId(UUID.fromString(s)));
        text(
                module,
                ConsolidatedReportId.class,
                id -> id.value().toString(),
                s -> new ConsolidatedReportId(UUID.fromString(s)));
        text(
                module,
                ExternalTablesId.class,
                id -> id.value().toString(),
                s -> new ExternalTablesId(UUID.fromString(s)));
        text(module, PublicationId.class, id -> id.value().toString(), s -> new PublicationId(UUID.fromString(s)));
        text(module, AccountId.class, id -> id.value().toString(), s -> new AccountId(UUID.fromString(s)));
        text(module, AccessId.class, id -> id.value().toString(), s -> new AccessId(UUID.fromString(s)));
        text(module, SubjectId.class, id -> id.value().toString(), s -> new SubjectId(UUID.fromString(s)));
        text(module, OrganCode.class, OrganCode::value, OrganCode::new);
        text(module, SealedText.class, SealedText::value, SealedText::new);
        text(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(module, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        text(module, Channel.class, Coded::id, Channel::of);
        text(module, ApplicantKind.class, Coded::id, ApplicantKind::of);
        text(module, Outcome.class, Coded::id, Outcome::of);
        text(module, Procedure.class, Coded::id, Procedure::of);
        text(module, RemedyResult.class, Coded::id, RemedyResult::of);
        text(module, DocumentCategory.class, Coded::id, DocumentCategory::of);
        text(module, TallyItem.class, Coded::id, TallyItem::of);
        text(module, ContentClass.class, Coded::id, ContentClass::of);
        text(module, PublicationChannel.class, Coded::id, PublicationChannel::of);
        text(module, ReviewVerdict.class, Coded::id, ReviewVerdict::of);
        text(module, ReportSection.class, Coded::id, ReportSection::of);
        coded(module, PostalService.class);
        coded(module, IdentityProof.class);
        coded(module, WantedForm.class);
        coded(module, Opinion.class);
        coded(module, EndReason.class);
        coded(module, DeliveryMethod.class);
        coded(module, ReopeningGround.class);
        coded(module, AttachmentKind.class);
        coded(module, FeeBasis.class);
        coded(module, Instance.class);
        coded(module, CountingRule.class);
        coded(module, CountingChoice.class);
        coded(module, Role.class);
        coded(module, ReadingPurpose.class);
        coded(module, ExportKind.class);
        coded(module, RestrictionRule.class);
        coded(module, ApprovedStep.class);
        return module;
    }

    private static <T extends Enum<T> & Coded> void coded(SimpleModule module, Class<T> type) {
        text(module, type, Coded::id, id -> Coded.of(type, id));
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    return context.reportInputMismatch(type, "not a text");
                }
                return read.apply(parser.getString());
            }
        });
    }
}
