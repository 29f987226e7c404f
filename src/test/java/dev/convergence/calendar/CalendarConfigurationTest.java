package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
            assertThat(context).hasSingleBean(CalendarProperties.class);
            assertThat(context.getBean(CalendarProperties.class)).isEqualTo(ShippedCalendars.settings());
        });
    }

    @Test
    void takesAChangedSetting() {
        application
                .withPropertyValues("convergence.calendars.groups.sales=us-new-york")
                .run(context -> assertThat(context.getBean(WorkingCalendarRegistry.class)
                                .ofGroup("sales")
                                .name())
                        .isEqualTo("us-new-york"));
    }

    @Test
    void addsAnOperatorsDaysToThoseThatAreShipped() {
        application
                .withPropertyValues(
                        "convergence.calendars.named.asia-singapore.also-closed.2028-01-26=Chinese New Year",
                        "convergence.calendars.named.asia-singapore.known-until=2028")
                .run(context -> {
                    CalendarProperties.Calendar singapore =
                            context.getBean(CalendarProperties.class).named().get("asia-singapore");
                    assertThat(singapore.closed())
                            .isEqualTo(ShippedCalendars.settings()
                                    .named()
                                    .get("asia-singapore")
                                    .closed());
                    WorkingCalendar calendar =
                            context.getBean(WorkingCalendarRegistry.class).named("asia-singapore");
                    assertThat(calendar.isWorkingDay(LocalDate.parse("2028-01-26")))
                            .isFalse();
                    assertThat(calendar.isWorkingDay(LocalDate.parse("2028-01-25")))
                            .isTrue();
                });
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

    @EnableConfigurationProperties(CalendarProperties.class)
    @Import(CalendarConfiguration.class)
    static class Application {}
}
