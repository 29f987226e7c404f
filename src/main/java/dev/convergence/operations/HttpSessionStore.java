package dev.convergence.operations;

import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** HTTP sessions live in the database, so that any replica can answer and none is missed. */
@Configuration(proxyBeanMethods = false)
class HttpSessionStore {

    private static final String INSERT_OR_UPDATE_ON_H2 =
            """
            MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) VALUES (?, ?, ?)
            """;

    /** A page's first requests come together and set the same attributes: the later one wins instead of failing. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> simultaneousFirstRequests(DataSourceProperties database) {
        if (DatabaseDriver.fromJdbcUrl(database.determineUrl()) == DatabaseDriver.POSTGRESQL) {
            return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        }
        return repository -> repository.setCreateSessionAttributeQuery(INSERT_OR_UPDATE_ON_H2);
    }

    /** Directly inside the filter that supplies the sessions, around everything that reads or writes one. */
    @Bean
    FilterRegistrationBean<ChangedAttributesFilter> changedAttributesFilter() {
        var registration = new FilterRegistrationBean<>(new ChangedAttributesFilter());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        registration.addUrlPatterns("/camunda/*", "/api/*", "/v3/*", "/actuator/*");
        return registration;
    }
}
