package dev.convergence.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The calendars as they are shipped, for tests that start no application. */
public final class ShippedCalendars {

    private static final WorkingCalendarRegistry CALENDARS = WorkingCalendarRegistry.from(settings());

    private ShippedCalendars() {}

    public static WorkingCalendarRegistry calendars() {
        return CALENDARS;
    }

    static CalendarProperties settings() {
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("calendars", new ClassPathResource("calendars.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("convergence.calendars", CalendarProperties.class)
                .get();
    }
}
