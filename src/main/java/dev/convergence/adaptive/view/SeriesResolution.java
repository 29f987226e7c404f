package dev.convergence.adaptive.view;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * How finely a span of time is drawn. Points lie on a grid of round widths that does not move with the span, so that a
 * chart that is drawn again shows the same points.
 *
 * @param seconds the width of a point
 */
record SeriesResolution(long seconds) {

    /** The most points of a series. */
    static final int MOST_POINTS = 500;

    private static final long[] ROUND = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400
    };

    static SeriesResolution of(Instant from, Instant to) {
        // A span that begins and ends within a point of the grid meets one more.
        long least = Duration.between(from, to).toSeconds() / (MOST_POINTS - 1) + 1;
        long days = ROUND[ROUND.length - 1];
        return new SeriesResolution(LongStream.of(ROUND)
                .filter(width -> width >= least)
                .findFirst()
                .orElse((least + days - 1) / days * days));
    }
}
