package dev.convergence.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    WorkingCalendars workingCalendars(CalendarSettings settings) {
        return WorkingCalendars.from(settings);
    }
}
