package dev.convergence.engine.job;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Jobs that this node has taken over from another that left them behind, until it has run them. */
final class SuspectJobRegistry {

    private final Set<String> jobs = ConcurrentHashMap.newKeySet();

    void add(Collection<String> taken) {
        jobs.addAll(taken);
    }

    boolean isAnyOf(Collection<String> batch) {
        return !jobs.isEmpty() && batch.stream().anyMatch(jobs::contains);
    }

    boolean is(String job) {
        return jobs.contains(job);
    }

    void remove(String job) {
        jobs.remove(job);
    }
}
