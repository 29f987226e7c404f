package dev.convergence.campaign.replay;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids made of names: readable, short enough for a plan, and each given once. */
final class SlugGenerator {

    private static final int LONGEST = 60;

    private final Set<String> given = new HashSet<>();

    String next(String name) {
        String slug = slug(name);
        String id = slug;
        for (int count = 2; !given.add(id); count++) {
            id = slug + "-" + count;
        }
        return id;
    }

    private static String slug(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String slug = words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^[-.]+|[-.]+$", "");
        return slug.isEmpty() ? "entry" : slug;
    }
}
