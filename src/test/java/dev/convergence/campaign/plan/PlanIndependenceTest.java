package dev.convergence.campaign.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Plan.class, importOptions = DoNotIncludeTests.class)
class PlanIndependenceTest {

    @ArchTest
    static final ArchRule A_PLAN_KNOWS_DATES_AND_CALENDARS_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.convergence.campaign.plan..", "dev.convergence.calendar..");
}
