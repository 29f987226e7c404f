package dev.convergence.csv;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

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
        return separator(request.getNativeRequest(HttpServletRequest.class)) == null
                ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST
                : TABLE;
    }

    /**
     * The separator that a request names in its address; null where it names none. To ask for a parameter would read the
     * body of a form or of an upload as well, and this is asked before anybody knows who sends it.
     */
    static String separator(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(SEPARATOR);
    }
}
