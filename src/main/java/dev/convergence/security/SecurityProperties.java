package dev.convergence.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be.
 *
 * @param apiBody the longest body of a call to {@code /api}
 * @param engineBody the longest body of a call to the engine, where models are deployed
 */
@ConfigurationProperties("convergence.security")
record SecurityProperties(@DefaultValue("256KB") DataSize apiBody, @DefaultValue("5MB") DataSize engineBody) {}
