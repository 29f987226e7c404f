package dev.convergence.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    WorkingCalendarRegistry workingCalendars(CalendarProperties settings) {
        return WorkingCalendarRegistry.from(settings);
    }
}
