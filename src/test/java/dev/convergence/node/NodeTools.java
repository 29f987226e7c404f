package dev.convergence.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of src/test/node, installed once into target. */
public final class NodeTools {

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "node");
    private static final Path LOCK = Path.of("package-lock.json");
    private static final Path COMPLETE = Path.of("node_modules", ".package-lock.json");
    private static final long MOST_SECONDS = 300;

    /** How a program ended, and what it printed. */
    public record Outcome(int exitCode, String output) {}

    private NodeTools() {}

    static boolean areOn(String searchPath) {
        return isProgram("node", searchPath) && isProgram("npm", searchPath);
    }

    private static boolean isProgram(String name, String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** Runs a script of src/test/node. */
    public static Outcome script(String name, Path... arguments) {
        return node(
                Path.of(name),
                Stream.of(arguments)
                        .map(Path::toAbsolutePath)
                        .map(Path::toString)
                        .toList());
    }

    /** Runs a program that a package brings. */
    public static Outcome program(String name, String... arguments) {
        return node(Path.of("node_modules", ".bin", name), List.of(arguments));
    }

    private static synchronized Outcome node(Path program, List<String> arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", program.toString()));
        command.addAll(arguments);
        return run(command);
    }

    private static void install() {
        try {
            Files.createDirectories(INSTALLED);
            boolean upToDate = Files.exists(INSTALLED.resolve(COMPLETE))
                    && Files.mismatch(SOURCE.resolve(LOCK), INSTALLED.resolve(LOCK)) < 0;
            try (Stream<Path> files = Files.list(SOURCE)) {
                for (Path file : files.toList()) {
                    Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!upToDate) {
                require(run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void require(Outcome installation) {
        if (installation.exitCode() != 0) {
            throw new IllegalStateException("npm could not install the packages:\n" + installation.output());
        }
    }

    private static Outcome run(List<String> command) {
        try {
            Path output = Files.createTempFile(INSTALLED, "run", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " took longer than " + MOST_SECONDS + " s");
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
