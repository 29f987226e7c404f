package dev.convergence;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What may know what. A rule that finds nothing to look at fails. */
@AnalyzeClasses(packages = "dev.convergence", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int LONGEST_DELEGATE = 40;

    /** Rules, values and records: they would be the same on another engine, in another framework. */
    private static final Set<String> DOMAIN = Set.of(
            "dev.convergence.escalation.Ladder",
            "dev.convergence.escalation.Rung",
            "dev.convergence.escalation.wait.Wait",
            "dev.convergence.escalation.wait.WaitPolicy",
            "dev.convergence.escalation.Deadline",
            "dev.convergence.escalation.wait.PlannedDateReader",
            "dev.convergence.escalation.stall.Stall",
            "dev.convergence.escalation.wait.StallKind",
            "dev.convergence.escalation.wait.WaiverHandler",
            "dev.convergence.adaptive.action.ledger.ActionKind",
            "dev.convergence.adaptive.action.ledger.ActionState",
            "dev.convergence.adaptive.action.ActionTexts",
            "dev.convergence.adaptive.action.limit.Bounds",
            "dev.convergence.adaptive.action.ledger.BudgetShift",
            "dev.convergence.adaptive.action.ledger.ChannelBudget",
            "dev.convergence.adaptive.action.ledger.LedgerEntry",
            "dev.convergence.adaptive.action.ledger.FiredRule",
            "dev.convergence.adaptive.reading.store.ReadingAssessment",
            "dev.convergence.adaptive.reading.JumpLimit",
            "dev.convergence.adaptive.reading.store.DuplicateReadingDetector",
            "dev.convergence.adaptive.reading.QualityPolicy",
            "dev.convergence.adaptive.reading.store.Reading",
            "dev.convergence.adaptive.reading.store.SourceState",
            "dev.convergence.adaptive.reading.store.Verdict",
            "dev.convergence.adaptive.rule.AdaptationRule",
            "dev.convergence.adaptive.rule.Observation",
            "dev.convergence.adaptive.rule.RuleStateSession",
            "dev.convergence.adaptive.rule.MetricSeries",
            "dev.convergence.absence.Absence",
            "dev.convergence.absence.CoveredTask",
            "dev.convergence.absence.SubstituteIndex",
            "dev.convergence.absence.SubstitutionCycle",
            "dev.convergence.gate.review.ConvergenceCheckReader",
            "dev.convergence.gate.review.GateDecision",
            "dev.convergence.gate.GateOutcome",
            "dev.convergence.gate.GateReview",
            "dev.convergence.handoff.HandoffRecord",
            "dev.convergence.campaign.request.CampaignState",
            "dev.convergence.campaign.CampaignView",
            "dev.convergence.campaign.alignment.ConflictChange",
            "dev.convergence.campaign.alignment.ConflictRecord",
            "dev.convergence.campaign.planning.PlanChange",
            "dev.convergence.campaign.planning.RunningCampaign",
            "dev.convergence.csv.CsvTable",
            "dev.convergence.csv.CsvDialect",
            "dev.convergence.csv.CsvCellFormatter",
            "dev.convergence.rhythm.AgeFormatter",
            "dev.convergence.rhythm.Agenda",
            "dev.convergence.meeting.Blocker",
            "dev.convergence.rhythm.Cadence",
            "dev.convergence.rhythm.Interval",
            "dev.convergence.meeting.Progress",
            "dev.convergence.rhythm.SyncKind",
            "dev.convergence.rhythm.SyncRecord",
            "dev.convergence.report.MeetingFigureCalculator",
            "dev.convergence.report.MeetingLoadReport",
            "dev.convergence.report.MeetingLoadCsvMapper",
            "dev.convergence.report.ObservedSync",
            "dev.convergence.report.MeasuredResponse",
            "dev.convergence.report.ResponseFigureCalculator",
            "dev.convergence.report.ResponseReport",
            "dev.convergence.report.ResponseCsvMapper",
            "dev.convergence.feed.Assignees",
            "dev.convergence.feed.CalendarEntry",
            "dev.convergence.feed.EntryUidGenerator",
            "dev.convergence.feed.FeedSync",
            "dev.convergence.feed.SyncActivity",
            "dev.convergence.feed.FeedDiff",
            "dev.convergence.feed.TimeSlot",
            "dev.convergence.feed.PublishedEntry",
            "dev.convergence.model.DeploymentCandidate",
            "dev.convergence.model.DecisionSource",
            "dev.convergence.model.Finding",
            "dev.convergence.model.ProcessSource",
            "dev.convergence.notification.delivery.Notice",
            "dev.convergence.people.CurrentUser",
            "dev.convergence.people.GroupCatalog",
            "dev.convergence.responsibility.KnownGroupReader",
            "dev.convergence.responsibility.MatrixRow",
            "dev.convergence.responsibility.Responsibility");

    @ArchTest
    static final ArchRule campaigns_rest_on_blocks_and_blocks_on_what_they_share = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("reports")
            .definedBy("..convergence.report..", "..convergence.feed..")
            .layer("spine")
            .definedBy("..convergence.campaign..")
            .layer("blocks")
            .definedBy(
                    "..convergence.gate..",
                    "..convergence.handoff..",
                    "..convergence.milestone..",
                    "..convergence.draft..",
                    "..convergence.rhythm..",
                    "..convergence.adaptive..",
                    "..convergence.proposal..")
            .layer("escalation")
            .definedBy("..convergence.escalation..")
            .layer("absence")
            .definedBy("..convergence.absence..")
            .layer("shared")
            .definedBy(
                    "..convergence.calendar..",
                    "..convergence.context..",
                    "..convergence.notification..",
                    "..convergence.people..",
                    "..convergence.csv..",
                    "..convergence.paging..",
                    "..convergence.meeting..",
                    "..convergence.retention..")
            .layer("errors")
            .definedBy("..convergence.problem..")
            .layer("engine")
            .definedBy("..convergence.engine..")
            .layer("demonstrations")
            .definedBy("..convergence.demo..", "..convergence.replay..")
            .layer("surroundings")
            .definedBy("..convergence.security..", "..convergence.operations..", "..convergence.openapi..")
            .whereLayer("reports")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("spine")
            .mayOnlyBeAccessedByLayers("reports", "demonstrations")
            .whereLayer("blocks")
            .mayOnlyBeAccessedByLayers("reports", "spine", "demonstrations")
            .whereLayer("escalation")
            .mayOnlyBeAccessedByLayers("reports", "spine", "blocks", "demonstrations")
            .whereLayer("absence")
            .mayOnlyBeAccessedByLayers("blocks", "escalation")
            .whereLayer("shared")
            .mayOnlyBeAccessedByLayers(
                    "reports", "spine", "blocks", "escalation", "absence", "surroundings", "demonstrations")
            .whereLayer("errors")
            .mayOnlyBeAccessedByLayers("reports", "spine", "blocks", "escalation", "absence", "demonstrations")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers(
                    "reports", "spine", "blocks", "escalation", "absence", "shared", "errors", "demonstrations")
            .whereLayer("surroundings")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule blocks_do_not_know_each_other = slices().matching(
                    "dev.convergence.(gate|handoff|milestone|draft|rhythm|adaptive|proposal)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("dev.convergence.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_calendar_knows_no_engine = noClasses()
            .that()
            .resideInAnyPackage(
                    "..convergence.calendar..", "..convergence.campaign.plan..", "..convergence.campaign.conflict..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "..convergence.engine..");

    @ArchTest
    static final ArchRule plans_and_replays_know_no_framework = noClasses()
            .that()
            .resideInAnyPackage(
                    "..convergence.campaign.plan..",
                    "..convergence.campaign.conflict..",
                    "..convergence.campaign.replay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework..");

    @ArchTest
    static final ArchRule working_time_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("..convergence.calendar..")
            .and()
            .haveSimpleNameNotContaining("Configuration")
            .and()
            .haveSimpleNameNotContaining("Properties")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework..");

    @ArchTest
    static final ArchRule the_domain_knows_no_framework = noClasses()
            .that(are(of(DOMAIN)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework..");

    @ArchTest
    static final ArchRule the_domain_is_all_there = classes()
            .that(are(of(DOMAIN)))
            .should(new ArchCondition<>("be as many as are named") {
                private int found;

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    found++;
                }

                @Override
                public void finish(ConditionEvents events) {
                    events.add(new SimpleConditionEvent(this, found == DOMAIN.size(), "found " + found));
                }
            });

    @ArchTest
    static final ArchRule the_internals_of_the_engine_stay_in_their_adapter = noClasses()
            .that()
            .resideOutsideOfPackages("..convergence.engine..", "..convergence.security..", "..convergence.operations..")
            .and()
            .haveNameNotMatching(".*\\.people\\.(PasswordPolicyConfiguration|TaskFilterStep).*")
            .and()
            .doNotHaveFullyQualifiedName("dev.convergence.replay.VirtualClock")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule the_web_stays_in_controllers_and_at_the_door = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .areNotMemberClasses()
            .and()
            .resideOutsideOfPackages(
                    "..convergence.security..",
                    "..convergence.signin..",
                    "..convergence.operations..",
                    "..convergence.problem..",
                    "..convergence.people..",
                    "..convergence.csv..",
                    "..convergence.paging..",
                    "..convergence.openapi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule delegates_are_small_and_for_models_only = classes()
            .that()
            .implement(JavaDelegate.class)
            .or()
            .implement(TaskListener.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(dev.convergence.engine.expression.ModelBean.class)
            .andShould(new ArchCondition<>("be shorter than " + LONGEST_DELEGATE + " lines") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long lines = linesOf(type);
                    events.add(new SimpleConditionEvent(
                            type, lines < LONGEST_DELEGATE, type.getName() + " has " + lines + " lines"));
                }
            });

    @ArchTest
    static final ArchRule delegates_are_named_after_what_they_are =
            classes().that().implement(JavaDelegate.class).should().haveSimpleNameEndingWith("Delegate");

    @ArchTest
    static final ArchRule listeners_are_named_after_what_they_are =
            classes().that().implement(TaskListener.class).should().haveSimpleNameEndingWith("Listener");

    @ArchTest
    static final ArchRule everything_is_injected_by_constructors = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule components_keep_what_they_were_given = fields().that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith("org.springframework.stereotype.Component")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..convergence.engine..")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule constructors_of_components_are_for_the_container = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith("org.springframework.stereotype.Component")
            .and()
            .areDeclaredInClassesThat()
            .doNotBelongToAnyOf(ConvergenceApplication.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule contracts_are_constants = classes()
            .that()
            .haveSimpleNameEndingWith("Process")
            .should()
            .haveOnlyPrivateConstructors()
            .andShould()
            .haveOnlyFinalFields();

    @ArchTest
    static final ArchRule no_package_is_a_drawer = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..helpers..",
                    "..misc..",
                    "..service..",
                    "..impl..",
                    "..dto..");

    @ArchTest
    static final ArchRule nobody_asks_the_system_for_the_time = noClasses()
            .that()
            .resideOutsideOfPackages("..convergence.engine..")
            // A demonstration waits for what the engine does beside it, in the time of the wall.
            .and()
            .doNotHaveFullyQualifiedName("dev.convergence.demo.DemoActor")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule controllers_are_hidden =
            classes().that().haveSimpleNameEndingWith("Controller").should().notHaveModifier(PUBLIC);

    private static DescribedPredicate<JavaClass> of(Set<String> names) {
        return DescribedPredicate.describe("of the domain", type -> names.contains(type.getName()));
    }

    /** Without the package, the imports and blank lines. */
    private static long linesOf(JavaClass type) {
        Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try (var lines = Files.lines(source)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
