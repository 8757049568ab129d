package org.disclosureledger.application;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.application.attachment.CaseAttachments;
import org.disclosureledger.application.consolidation.Consolidations;
import org.disclosureledger.application.consolidation.ExternalTables;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StagedEvents;
import org.disclosureledger.application.imports.EntryRecorder;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.letter.CaseLetters;
import org.disclosureledger.application.organ.Hierarchy;
import org.disclosureledger.application.people.Colleagues;
import org.disclosureledger.application.people.People;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.projection.ProjectionFeed;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.projection.TableComparison;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.readtrail.SignIns;
import org.disclosureledger.application.registers.RegisterExports;
import org.disclosureledger.application.request.ApplicantProjector;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.Receipts;
import org.disclosureledger.application.retention.Shredder;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Accounts;
import org.disclosureledger.application.security.Actors;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.application.security.OutsideSignIn;
import org.disclosureledger.projections.ParkedEventStore;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String PRODUCT = "org.disclosureledger..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.disclosureledger");

    @Test
    void domainDependsOnNothingButJava() {
        classes()
                .that()
                .resideInAPackage("org.disclosureledger.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.disclosureledger.domain..")
                .because("ADR 0003: the rules must be readable and testable without any framework")
                .check(CLASSES);
    }

    @Test
    void projectionsDependOnEventsAndPlainJdbc() {
        classes()
                .that()
                .resideInAPackage("org.disclosureledger.projections..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.disclosureledger.domain..",
                        "org.disclosureledger.projections..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..")
                .because("ADR 0003: no container, no Axon, no HTTP below the application")
                .check(CLASSES);
    }

    @Test
    void domainAndProjectionsNeverAskForTheTimeOrForChance() {
        noClasses()
                .that()
                .resideInAnyPackage("org.disclosureledger.domain..", "org.disclosureledger.projections..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "instant")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("ADR 0006: now comes in from the edge")
                .check(CLASSES);
    }

    @Test
    void axonStaysInItsShellAndItsEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.disclosureledger.application.axon..",
                        "org.disclosureledger.application.eventstore..",
                        "org.disclosureledger.application.imports..")
                .and(resideInAnyPackage(PRODUCT))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .because("ADR 0002: changing the Axon line must touch the shell and the engine only")
                .check(CLASSES);
    }

    /** The classes that a rebuild runs through, from the stored event to the row. */
    private static final DescribedPredicate<JavaClass> REPLAY = resideInAnyPackage("org.disclosureledger.projections..")
            .and(not(resideInAnyPackage("org.disclosureledger.projections.reference..")))
            .or(belongToAnyOf(
                    ProjectionFeed.class, TableComparison.class, ApplicantProjector.class, ParkedEventStore.class))
            .or(resideInAnyPackage("org.disclosureledger.application.rebuild..")
                    .and(simpleNameStartingWith("RebuildRun")
                            .or(simpleNameStartingWith("Shadow"))
                            .or(simpleNameStartingWith("CellComparison"))));

    @Test
    void replayCanReachNothingButRows() {
        classes()
                .that(REPLAY)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.sql..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..",
                        "org.springframework.transaction..",
                        "org.springframework.stereotype..",
                        "org.disclosureledger.domain..",
                        "org.disclosureledger.projections..",
                        "org.disclosureledger.application.eventstore..",
                        "org.disclosureledger.application.privacy..",
                        "org.disclosureledger.application.projection..",
                        "org.disclosureledger.application.rebuild..",
                        "org.disclosureledger.application.request..",
                        "org.disclosureledger.application.time..")
                .because("ADR 0031: a replay sends nothing, writes no file and calls nobody")
                .check(CLASSES);
        noClasses()
                .that(REPLAY)
                .should()
                .callMethod(Ledger.class, "append", List.class)
                .orShould()
                .callMethod(Ledger.class, "appendStaged", StagedEvents.class)
                .because("ADR 0031: a replay records nothing")
                .check(CLASSES);
    }

    @Test
    void whatIsSealedIsOpenedForPeopleInOnePlace() {
        classes()
                .that(areNotKeys())
                .should()
                .onlyDependOnClassesThat(not(belongToAnyOf(CaseKeys.class)))
                .because(
                        "ADR 0039: IdentityKeys records what it opens, and whoever has the keys themselves records nothing")
                .check(CLASSES);
    }

    /** Whoever seals or destroys, the product itself, what is sealed for the staff, what is recorded as such, and the one place. */
    private static DescribedPredicate<JavaClass> areNotKeys() {
        return not(belongToAnyOf(
                        IdentityKeys.class,
                        ApplicantProjector.class,
                        CaseAttachments.class,
                        CaseFiles.class,
                        CaseLetters.class,
                        Colleagues.class,
                        EntryRecorder.class,
                        ImportJobStore.class,
                        People.class,
                        Receipts.class,
                        Shredder.class,
                        SignIns.class))
                .and(not(simpleNameStartingWith("RowRecorder")
                        .or(simpleNameStartingWith("RegisterImport"))
                        .or(simpleNameStartingWith("ArchivePackage"))))
                .and(not(resideInAnyPackage("org.disclosureledger.application.privacy..")));
    }

    @Test
    void onlyWhatIsRecordedOrUnseenIsOpenedUnnoticed() {
        noClasses()
                .that(not(belongToAnyOf(Readings.class, RegisterExports.class, CaseLetters.class)))
                .and(not(simpleNameStartingWith("ImportReply")))
                .should()
                .callMethod(Readings.class, "recordedBefore", Access.Work.class)
                .orShould()
                .callMethod(Readings.class, "unseen", Supplier.class)
                .because("ADR 0039: these two write an answer that was recorded, and a letter that nobody sees")
                .check(CLASSES);
    }

    @Test
    void onlyWhatMustKnowAllOrgansSeesThemForAPerson() {
        noClasses()
                .that(not(belongToAnyOf(
                        Access.class,
                        Accounts.class,
                        Actors.class,
                        Colleagues.class,
                        Consolidations.class,
                        ExternalTables.class,
                        Hierarchy.class,
                        Ledger.class,
                        OutsideSignIn.class,
                        Projections.class,
                        SignIns.class)))
                .and(not(simpleNameStartingWith("ProjectionMetrics")))
                .should()
                .callMethod(Access.class, "asProduct", Supplier.class)
                .because("ADR 0045: what a person asks for is asked with his eyes; these tell who somebody is, what"
                        + " colleagues are called, who stands under whom and published what, where the ledger stands and"
                        + " whether the product works")
                .check(CLASSES);
        noClasses()
                .that(not(resideInAnyPackage(
                        "org.disclosureledger.application.database..", "org.disclosureledger.application.tool..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer.hikari..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("DriverManagerDataSource")
                .because("ADR 0045: whoever gets a connection elsewhere gets one that nobody has told whom it serves")
                .check(CLASSES);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .resideInAPackage("org.disclosureledger.projections..")
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .doNotHaveSimpleName("Positions")
                .and(not(resideInAnyPackage("java..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .because("ADR 0010: all SQL of a table is in its store")
                .check(CLASSES);
    }
}
