package dev.convergence.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium and its driver, as this machine has them.
 *
 * @param browser the program that shows pages
 * @param driver the program that steers it
 */
record InstalledBrowser(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");

    /** @param searchPath directories as in the environment variable PATH */
    static Optional<InstalledBrowser> on(String searchPath) {
        return program(BROWSERS, searchPath)
                .flatMap(browser -> program(DRIVERS, searchPath).map(driver -> new InstalledBrowser(browser, driver)));
    }

    private static Optional<Path> program(List<String> names, String searchPath) {
        return names.stream()
                .flatMap(name ->
                        Stream.of(searchPath.split(File.pathSeparator)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
