package dev.convergence.security.webapp;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Around the web applications' own filters, which know only what these let them see. */
@Configuration(proxyBeanMethods = false)
class WebappFiltersConfiguration {

    /** Inside what supplies stored sessions and writes back what changed of them. */
    private static final int AFTER_STORED_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER + 2;

    @Bean
    FilterRegistrationBean<SessionAtLoginFilter> sessionAtLoginFilter() {
        return aroundWebapps(new SessionAtLoginFilter());
    }

    @Bean
    FilterRegistrationBean<PageNonceFilter> pageNonceFilter() {
        return aroundWebapps(new PageNonceFilter());
    }

    private static <T extends Filter> FilterRegistrationBean<T> aroundWebapps(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_STORED_SESSIONS);
        registration.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        return registration;
    }
}
