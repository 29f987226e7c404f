package dev.convergence.feed;

import dev.convergence.engine.identity.DepartureListener;
import org.springframework.stereotype.Component;

/** Whoever is made anew under the id of somebody who has left does not inherit a calendar. */
@Component
class CalendarDepartureListener implements DepartureListener {

    private final CalendarTokenRepository tokens;

    CalendarDepartureListener(CalendarTokenRepository tokens) {
        this.tokens = tokens;
    }

    @Override
    public void userLeaves(String user) {
        tokens.remove(user);
    }
}
