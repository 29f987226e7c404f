package dev.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A stranger sees from the last word of a type's name which role it has. */
@AnalyzeClasses(packages = "dev.convergence", importOptions = DoNotIncludeTests.class)
class TypeNamesTest {

    /** The standard terms of Spring, Camunda, domain-driven design and resilience. */
    private static final Set<String> ROLES = words(
            """
            Repository Service View Notifier Validator Rule Section Dispatcher Listener Delegate Workflow Process
            Configuration Properties Controller Filter Guard Interceptor Exception Handler Advice Provider Factory Mapper
            Reader Writer Parser Formatter Resolver Event Request Response Batcher Bulkhead Texts Client Indicator Metrics
            Customizer Runner Plugin Policy Registry Catalog Publisher Adapter Calculator Recorder Clock Context Detector
            Sender Session Encoder Generator Matcher Evaluator Deployer Starter Cleaner Counter Classifier Extender Logger
            Initializer Step Snapshot Record State Kind Outcome Entry Source Authority Access Settings Builder Finder
            Monitor Editor Normalizer Calendar Expression Contributor Decision Manager Executor Marker Module Limit Bounds
            Window Index Diff Report Page Table Document Cmd Valve Engine Protocol
            """);

    private static final Set<String> GLOSSARY = words(
            """
            Absence Blocker Cadence Condition Conflict Deadline Dossier Draft Ladder Message Notice Plan Progress Proposal
            Proposer Quorum Reading Responsibility Rung Stall Sync Touchpoint Track Verdict Vote Wait
            """);

    @ArchTest
    static void most_end_in_their_role(JavaClasses types) {
        List<String> names = namesOf(types);

        assertThat(share(names.stream().filter(TypeNamesTest::endsInARole).count(), names))
                .isGreaterThanOrEqualTo(70);
    }

    @ArchTest
    static void hardly_any_is_a_bare_word(JavaClasses types) {
        List<String> names = namesOf(types);
        List<String> bare = names.stream()
                .filter(name -> wordsOf(name).size() == 1)
                .filter(name -> !GLOSSARY.contains(name))
                .toList();

        assertThat(share(bare.size(), names)).as("%s", bare).isLessThanOrEqualTo(5);
    }

    private static List<String> namesOf(JavaClasses types) {
        return types.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
    }

    private static boolean endsInARole(String name) {
        List<String> words = wordsOf(name);
        return words.size() > 1 && ROLES.contains(words.get(words.size() - 1));
    }

    private static double share(long count, List<String> names) {
        return 100.0 * count / names.size();
    }

    private static List<String> wordsOf(String name) {
        return Arrays.asList(name.split("(?<=[a-z0-9])(?=[A-Z])"));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
