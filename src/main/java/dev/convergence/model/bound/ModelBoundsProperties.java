package dev.convergence.model.bound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a deployment may be. The models that ship fit twenty times over.
 *
 * @param file the longest file
 * @param deployment all files of a deployment together
 * @param files how many files a deployment may have
 * @param depth how deep elements, or objects and lists of a form, may lie within each other
 * @param elements how many elements, or objects and lists of a form, a file may have
 */
@ConfigurationProperties("convergence.models")
public record ModelBoundsProperties(
        @DefaultValue("1MB") DataSize file,
        @DefaultValue("5MB") DataSize deployment,
        @DefaultValue("200") int files,
        @DefaultValue("64") int depth,
        @DefaultValue("20000") int elements) {}
