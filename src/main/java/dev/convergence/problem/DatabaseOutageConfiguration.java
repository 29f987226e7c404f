package dev.convergence.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class DatabaseOutageConfiguration {

    /** Around all that may ask the database, sessions and sign-in included. */
    @Bean
    FilterRegistrationBean<DatabaseOutageFilter> databaseOutageFilter(ObjectMapper json) throws IOException {
        FilterRegistrationBean<DatabaseOutageFilter> filter =
                new FilterRegistrationBean<>(new DatabaseOutageFilter(json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setAsyncSupported(true);
        return filter;
    }
}
