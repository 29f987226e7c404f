package dev.convergence.problem;

import dev.convergence.engine.query.OmittedEntry;
import dev.convergence.engine.query.RowReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names in the header {@code Left-Out} of an answer what it leaves out because it could not be read. */
@Component
class LeftOutFilter extends OncePerRequestFilter {

    static final String HEADER = "Left-Out";

    private static final int MOST = 20;
    private static final int LONGEST = 300;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<OmittedEntry> told = new HashSet<>();
        try (RowReader.Listening listening = RowReader.listen(left -> tell(left, told, response))) {
            chain.doFilter(request, response);
        }
    }

    private static void tell(OmittedEntry left, Set<OmittedEntry> told, HttpServletResponse response) {
        if (told.size() < MOST && told.add(left)) {
            response.addHeader(HEADER, plain(left.toString()));
        }
    }

    /** Headers are short and of ASCII. */
    private static String plain(String text) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]+", "?");
        return ascii.length() <= LONGEST ? ascii : ascii.substring(0, LONGEST - 3) + "...";
    }
}
