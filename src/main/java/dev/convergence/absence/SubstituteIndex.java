package dev.convergence.absence;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who acts for whom at one instant. */
final class SubstituteIndex {

    private final Map<String, String> named = new LinkedHashMap<>();

    /** @param underWay the absences of that instant, those that began first in front */
    SubstituteIndex(Collection<Absence> underWay) {
        underWay.forEach(absence -> named.putIfAbsent(absence.user(), absence.substitute()));
    }

    /** Those who are away; who has been longest comes first. */
    Set<String> absent() {
        return named.keySet();
    }

    boolean isAway(String user) {
        return named.containsKey(user);
    }

    /** Who acts for an absent user: the substitute, or theirs where they are away themselves; empty for who is there. */
    Optional<String> of(String user) {
        String acting = user;
        Set<String> passed = new HashSet<>();
        while (named.containsKey(acting) && passed.add(acting)) {
            acting = named.get(acting);
        }
        return acting.equals(user) || isAway(acting) ? Optional.empty() : Optional.of(acting);
    }
}
