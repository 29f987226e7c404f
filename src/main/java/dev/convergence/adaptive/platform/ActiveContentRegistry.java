package dev.convergence.adaptive.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is active on each channel of each campaign: the last that was booked of what was put there and not taken back. */
final class ActiveContentRegistry {

    private record Layer(String instruction, long number, String what) {}

    private final Map<String, Map<String, List<Layer>>> campaigns = new ConcurrentHashMap<>();

    synchronized void put(String campaign, String channel, String instruction, long number, String what) {
        List<Layer> layers = layers(campaign, channel);
        layers.add(new Layer(instruction, number, what == null ? "" : what));
        layers.sort(Comparator.comparingLong(Layer::number));
    }

    synchronized void takeBack(ReversalInstruction reversalInstruction) {
        campaigns
                .getOrDefault(reversalInstruction.campaign(), Map.of())
                .values()
                .forEach(layers ->
                        layers.removeIf(layer -> layer.instruction().equals(reversalInstruction.instruction())));
    }

    /** By channel; a channel where nothing is left has none. */
    synchronized Map<String, String> active(String campaign) {
        Map<String, String> active = new TreeMap<>();
        campaigns.getOrDefault(campaign, Map.of()).forEach((channel, layers) -> {
            if (!layers.isEmpty()) {
                active.put(channel, layers.get(layers.size() - 1).what());
            }
        });
        return active;
    }

    /** All that was put and not taken back, by channel. */
    synchronized Map<String, List<String>> all(String campaign) {
        Map<String, List<String>> all = new TreeMap<>();
        campaigns
                .getOrDefault(campaign, Map.of())
                .forEach((channel, layers) ->
                        all.put(channel, layers.stream().map(Layer::what).toList()));
        return all;
    }

    private List<Layer> layers(String campaign, String channel) {
        return campaigns
                .computeIfAbsent(campaign, any -> new TreeMap<>())
                .computeIfAbsent(channel == null ? "" : channel, any -> new ArrayList<>());
    }
}
