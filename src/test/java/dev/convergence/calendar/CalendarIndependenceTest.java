package dev.convergence.calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = WorkingCalendarRegistry.class, importOptions = DoNotIncludeTests.class)
class CalendarIndependenceTest {

    @ArchTest
    static final ArchRule WORKING_TIME_KNOWS_NO_ENGINE =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule ONLY_SETTINGS_AND_CONFIGURATION_KNOW_SPRING = classes()
            .that()
            .doNotHaveSimpleName("CalendarProperties")
            .and()
            .doNotHaveSimpleName("CalendarConfiguration")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.convergence.calendar..", "de.focus_shift.jollyday..");
}
