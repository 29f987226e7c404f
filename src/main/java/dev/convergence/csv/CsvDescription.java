package dev.convergence.csv;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Describes a table to readers of the API's description as the text that it is to them. */
@Configuration(proxyBeanMethods = false)
class CsvDescription {

    CsvDescription() {
        SpringDocUtils.getConfig().replaceWithClass(CsvTable.class, String.class);
    }
}
