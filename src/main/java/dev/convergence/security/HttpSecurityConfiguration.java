package dev.convergence.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.security.webapp.LoginRequestMatcher;
import dev.convergence.security.webapp.WebappSessionReader;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
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
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
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

    /** Whoever has lost their groups may still see to their own token. */
    private static final RequestMatcher OWN_TOKEN = new OrRequestMatcher(
            withDefaults().matcher(HttpMethod.GET, "/api/calendar/token"),
            withDefaults().matcher(HttpMethod.HEAD, "/api/calendar/token"),
            withDefaults().matcher(HttpMethod.DELETE, "/api/calendar/token"));

    private static final RequestMatcher WEBAPPS =
            new OrRequestMatcher(path("/"), path("/camunda/**"), path("/favicon.ico"));

    /** The servlets of the web applications cannot wait, and nobody there asks for external tasks. */
    private static final RequestMatcher LONG_POLLING =
            path("/camunda/api/engine/engine/{engine}/external-task/fetchAndLock");

    /** Scripts and styles of our own pages: the same for everybody, and nothing about any campaign. */
    private static final RequestMatcher PAGE_FILES = new OrRequestMatcher(
            read("/live/**"), read("/webjars/chart.js/**"), read("/webjars/chartjs-plugin-annotation/**"));

    /** A name and a password. */
    private static final DataSize LOGIN_BODY = DataSize.ofKilobytes(4);

    private final IdentityService identity;
    private final ProblemEntryPoint problemEntryPoint;
    private final RefusalWriter refusals;
    private final WebappSessionReader sessions;
    private final SecurityProperties limits;

    HttpSecurityConfiguration(
            IdentityService identity,
            ProblemEntryPoint problemEntryPoint,
            RefusalWriter refusals,
            WebappSessionReader sessions,
            SecurityProperties limits) {
        this.identity = identity;
        this.problemEntryPoint = problemEntryPoint;
        this.refusals = refusals;
        this.sessions = sessions;
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
    SecurityFilterChain apiOfReadings(HttpSecurity http, EngineAuthenticationProvider users) throws Exception {
        withoutSession(http)
                .securityMatcher(DELIVERY)
                .authenticationManager(new ProviderManager(RecentSignInProvider.before(users, limits.signInKept())))
                .authorizeHttpRequests(calls -> calls.anyRequest().access(GroupAuthorizationManager.inAny()));
        return sessionOrBasicAuthentication(http, problemEntryPoint).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, PageSignInEntryPoint pages) throws Exception {
        withoutSession(http)
                .securityMatcher(new OrRequestMatcher(API, DESCRIPTION, ACTUATOR))
                .authorizeHttpRequests(calls -> calls.requestMatchers(HEALTH, CALENDAR_FEED)
                        .permitAll()
                        .requestMatchers(DESCRIPTION, OWN_TOKEN)
                        .authenticated()
                        .requestMatchers(API)
                        .access(GroupAuthorizationManager.inAny())
                        .requestMatchers(METRICS)
                        .access(GroupAuthorizationManager.inOneOf(GroupCatalog.OPERATORS, GroupCatalog.ADMINISTRATORS))
                        .anyRequest()
                        .denyAll());
        return sessionOrBasicAuthentication(http, pages).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain engine(HttpSecurity http) throws Exception {
        withoutSession(http).securityMatcher(ENGINE).authorizeHttpRequests(calls -> calls.anyRequest()
                .access(GroupAuthorizationManager.inAny()));
        return basicAuthentication(http, problemEntryPoint, limits.engineBody()).build();
    }

    /** A password that comes with a call counts before the session. */
    private HttpSecurity sessionOrBasicAuthentication(HttpSecurity http, AuthenticationEntryPoint unknown)
            throws Exception {
        return basicAuthentication(http, unknown, limits.apiBody())
                .addFilterAfter(new WebappSessionFilter(sessions, problemEntryPoint), BasicAuthenticationFilter.class);
    }

    private HttpSecurity basicAuthentication(HttpSecurity http, AuthenticationEntryPoint unknown, DataSize bodyLimit)
            throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(unknown))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(unknown).accessDeniedHandler(problemEntryPoint))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAfter(new BodyLimitFilter(known(bodyLimit), refusals), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity), BodyLimitFilter.class);
    }

    private static Function<HttpServletRequest, Optional<DataSize>> known(DataSize limit) {
        return request -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(caller -> caller.getPrincipal() instanceof CurrentUser)
                .map(caller -> limit);
    }

    @Bean
    @Order(3)
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        return withoutSession(http)
                .securityMatcher(new OrRequestMatcher(path(SignInPage.PATH), path(SignInPage.PATH + "/**")))
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(SignInPage.POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /**
     * Camunda's web applications keep their own login, session, CSRF token and content security policy (it carries a
     * nonce). What is neither theirs nor named above does not exist.
     */
    @Bean
    @Order(4)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return withoutSession(http)
                .authorizeHttpRequests(
                        calls -> calls.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(LONG_POLLING)
                                .denyAll()
                                .requestMatchers(WEBAPPS, PAGE_FILES)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, reason) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler(
                                (request, response, reason) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new BodyLimitFilter(this::ofWebapps, refusals), AuthorizationFilter.class)
                .build();
    }

    /** Before the login nothing is read but the login. */
    private Optional<DataSize> ofWebapps(HttpServletRequest request) {
        if (LoginRequestMatcher.matches(request)) {
            return Optional.of(LOGIN_BODY);
        }
        return sessions.isSignedIn(request) ? Optional.of(limits.engineBody()) : Optional.empty();
    }

    /** No session of ours, hence no token against forged requests: a password comes with each call, or the web applications' own token. */
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
