package dev.convergence.problem;

import dev.convergence.bounds.DateBounds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bodies and parameters of requests hold values in their documented form and within bounds; what is stored is read
 * with more patience, so that what was taken once can be put right.
 */
@Configuration(proxyBeanMethods = false)
class StrictValuesConfiguration implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.stream()
                .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .forEach(converter -> converter.setObjectMapper(StrictValueModule.of(converter.getObjectMapper())));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, text -> text.isEmpty() ? null : DateBounds.date(text));
        registry.addConverter(String.class, Instant.class, text -> text.isEmpty() ? null : DateBounds.instant(text));
    }

    /** What is past is said by the application's clock. */
    @Bean
    static ValidationConfigurationCustomizer clockOfTheApplication(Clock clock) {
        return validation -> validation.clockProvider(() -> clock);
    }
}
