package dev.convergence.csv;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A request that names a separator asks for a table: a link cannot send {@code Accept}. */
@Configuration(proxyBeanMethods = false)
class CsvRequestConfiguration implements WebMvcConfigurer {

    /** The parameter that names a {@link CsvDialect}. */
    static final String SEPARATOR = "separator";

    private static final List<MediaType> TABLE = List.of(MediaType.parseMediaType(CsvTable.MEDIA_TYPE));

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(CsvRequestConfiguration::bySeparator, new HeaderContentNegotiationStrategy()));
    }

    private static List<MediaType> bySeparator(NativeWebRequest request) {
        return request.getParameter(SEPARATOR) == null ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST : TABLE;
    }
}
