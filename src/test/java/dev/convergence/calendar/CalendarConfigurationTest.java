package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** The settings that an operator edits, as the application reads them. */
class CalendarConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Application.class);

    @Test
    void readsWhatIsShipped() {
        application.run(context -> {
            assertThat(context).hasSingleBean(CalendarSettings.class);
            assertThat(context.getBean(CalendarSettings.class)).isEqualTo(ShippedCalendars.settings());
        });
    }

    @Test
    void takesAChangedSetting() {
        application
                .withPropertyValues("convergence.calendars.groups.sales=us-new-york")
                .run(context -> assertThat(context.getBean(WorkingCalendars.class)
                                .ofGroup("sales")
                                .name())
                        .isEqualTo("us-new-york"));
    }

    @Test
    void failsAtStartOnAWrongSetting() {
        application
                .withPropertyValues("convergence.calendars.named.office.zone=Mars/Olympus")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("Mars/Olympus"));
        application
                .withPropertyValues("convergence.calendars.named.office.zone=Mars/Olympus")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("convergence.calendars.named.office.zone: "));
    }

    @EnableConfigurationProperties(CalendarSettings.class)
    @Import(CalendarConfiguration.class)
    static class Application {}
}
