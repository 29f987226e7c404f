package dev.convergence.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class HttpSecurityConfiguration {

    private static final RequestMatcher API = path("/api/**");
    private static final RequestMatcher ENGINE = path("/engine-rest/**");
    private static final RequestMatcher DESCRIPTION =
            new OrRequestMatcher(path("/v3/api-docs/**"), path("/v3/api-docs.yaml"));
    private static final RequestMatcher ACTUATOR = path("/actuator/**");
    private static final RequestMatcher HEALTH = path("/actuator/health/**");
    private static final RequestMatcher METRICS = path("/actuator/prometheus");

    /** Calendar programs cannot log in; a token in the address stands for the user. */
    private static final RequestMatcher CALENDAR_FEED = read("/api/calendar.ics");

    /** Called so often that asking the engine each time who it is would cost more than the call. */
    private static final RequestMatcher DELIVERY =
            withDefaults().matcher(HttpMethod.POST, "/api/campaigns/{key}/readings");

    private static final RequestMatcher WEBAPPS =
            new OrRequestMatcher(path("/"), path("/camunda/**"), path("/error"), path("/favicon.ico"));

    /** Scripts and styles of our own pages: the same for everybody, and nothing about any campaign. */
    private static final RequestMatcher PAGE_FILES = new OrRequestMatcher(
            read("/live/**"), read("/webjars/chart.js/**"), read("/webjars/chartjs-plugin-annotation/**"));

    private final IdentityService identity;
    private final Problems problems;
    private final SecurityProperties limits;

    HttpSecurityConfiguration(IdentityService identity, Problems problems, SecurityProperties limits) {
        this.identity = identity;
        this.problems = problems;
        this.limits = limits;
    }

    private static RequestMatcher read(String pattern) {
        return new OrRequestMatcher(
                withDefaults().matcher(HttpMethod.GET, pattern), withDefaults().matcher(HttpMethod.HEAD, pattern));
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }

    /** Calls are counted and timed as a whole; to time each filter of each call would cost as much as all filters do. */
    @Bean
    static SecurityObservationSettings callsAreTimedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    /** The usual one, which lets any parameter pass; this character is of use to nobody but who looks for a hole. */
    @Bean
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf(0) < 0);
        return firewall;
    }

    @Bean
    @Order(0)
    SecurityFilterChain apiOfReadings(HttpSecurity http, EngineUsers users) throws Exception {
        withoutSession(http)
                .securityMatcher(DELIVERY)
                .authenticationManager(new ProviderManager(RecentSignIns.before(users, limits.signInKept())))
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated());
        return basicAuthentication(http, limits.apiBody()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        withoutSession(http)
                .securityMatcher(new OrRequestMatcher(API, DESCRIPTION, ACTUATOR))
                .authorizeHttpRequests(calls -> calls.requestMatchers(HEALTH, CALENDAR_FEED)
                        .permitAll()
                        .requestMatchers(API, DESCRIPTION, METRICS)
                        .authenticated()
                        .anyRequest()
                        .denyAll());
        return basicAuthentication(http, limits.apiBody()).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain engine(HttpSecurity http) throws Exception {
        withoutSession(http).securityMatcher(ENGINE).authorizeHttpRequests(calls -> calls.anyRequest()
                .authenticated());
        return basicAuthentication(http, limits.engineBody()).build();
    }

    private HttpSecurity basicAuthentication(HttpSecurity http, DataSize bodyLimit) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAfter(new BodyLimitFilter(bodyLimit, problems), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity), BodyLimitFilter.class);
    }

    /**
     * Camunda's web applications keep their own login, session, CSRF token and content security policy (it carries a
     * nonce). What is neither theirs nor named above is nobody's.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return withoutSession(http)
                .authorizeHttpRequests(
                        calls -> calls.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(WEBAPPS, PAGE_FILES)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new BodyLimitFilter(limits.engineBody(), problems), AuthorizationFilter.class)
                .build();
    }

    /** No session of ours, hence no token against forged requests: basic authentication comes with each call. */
    private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** An address with tricks in it does not exist. */
    @Bean
    RequestRejectedHandler strangeAddresses() {
        return new HttpStatusRequestRejectedHandler(HttpStatus.NOT_FOUND.value());
    }
}
