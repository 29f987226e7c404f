package dev.convergence.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is true of the whole API: its name and version, how callers sign in, and how it says no. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String UNPACKAGED = "development";

    @Bean
    OpenAPI apiOfCampaigns(ObjectProvider<BuildProperties> build) {
        Components components = new Components()
                .addSecuritySchemes(
                        SignInCustomizer.BASIC,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(SignInCustomizer.SESSION, key(SecurityScheme.In.COOKIE, "CONVERGENCE_SESSION"))
                .addSecuritySchemes(SignInCustomizer.XSRF_TOKEN, key(SecurityScheme.In.HEADER, "X-XSRF-TOKEN"))
                .addSchemas(ProblemResponse.SCHEMA, ProblemResponse.schema());
        ProblemResponse.all().forEach(problem -> components.addResponses(problem.name(), problem.response()));
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Campaign Convergence")
                                .version(build.stream()
                                        .map(BuildProperties::getVersion)
                                        .findFirst()
                                        .orElse(UNPACKAGED))
                                .description(
                                        "Campaigns, their gates, stalls, readings and reports. Dates are ISO 8601 dates, moments"
                                                + " instants with an offset, working time ISO 8601 durations of working days and hours."))
                .servers(List.of(new Server().url("/").description("Where this description was read")))
                .components(components);
    }

    private static SecurityScheme key(SecurityScheme.In in, String name) {
        return new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(in).name(name);
    }
}
