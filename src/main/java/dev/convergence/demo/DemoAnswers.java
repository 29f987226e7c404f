package dev.convergence.demo;

import java.util.HashMap;
import java.util.Map;

/** What the demo users write into their forms. */
public final class DemoAnswers {

    private static final Map<String, Map<String, Object>> BY_TASK = byTask();
    private static final Map<String, String> FIRST_DRAFTS = Map.of(
            "product-track", "Offline maps for forty cities; 39 a year.",
            "marketing-track", "Posters in stations: your city in your pocket, for 39 a year.",
            "sales-track", "Hotels sell it at the desk; one page of answers, a margin of 8 on 39.",
            "analytics-track", "At 39 a year, about 6,000 will buy it in the first quarter.");

    static final String REVIEW = "userTask_reviewGate";

    private DemoAnswers() {}

    /** The answers to a task by its key in the model. */
    public static Map<String, Object> to(String taskKey) {
        return BY_TASK.getOrDefault(taskKey, Map.of());
    }

    /** A review that sends the work back. */
    static Map<String, Object> sendBack() {
        return Map.of(
                "gateOutcome", "SENT_BACK",
                "gateComment", "The landing page promises 20 %, the e-mail 15 %. Agree on one.");
    }

    /** A track's draft: the first, or the one that follows it. */
    static Map<String, Object> draft(String track, String taskKey) {
        return "userTask_makeDraft".equals(taskKey)
                ? Map.of("makeDraftResult", FIRST_DRAFTS.get(track), "makeDraftLinks", folder(track))
                : Map.of(
                        "adjustment", "SHARE",
                        "adjustDraftResult", "Offline maps for forty cities; 49 a year.",
                        "adjustDraftLinks", folder(track),
                        "draftChanges", "The price is 49 a year, not 39.");
    }

    private static String folder(String track) {
        return "https://example.com/drafts/" + track;
    }

    private static Map<String, Map<String, Object>> byTask() {
        Map<String, Map<String, Object>> answers = new HashMap<>();
        answers.put(
                "userTask_writeBrief",
                Map.of(
                        "briefGoal", "Two thousand trials in the first month",
                        "briefAudience", "Teams of ten to fifty who plan their work in spreadsheets",
                        "briefMessage", "Your plan, without the meeting about the plan",
                        "briefSuccess", "Trials, and how many of them still work after two weeks"));
        work(answers, "finaliseProduct", "Version 4.2 is feature complete; single sign-on comes with 4.3.");
        work(
                answers,
                "writeMessages",
                "Three e-mails, one landing page, a press note. Offer: 20 % for the first year.");
        work(answers, "makeCreative", "Hero film of 30 seconds, six stills, banners in five sizes.");
        work(answers, "enableSales", "Twelve people trained, objection sheet and demo account ready.");
        work(answers, "alignLaunch", "All touchpoints carry the 20 % offer; lists are clean; channels are booked.");
        answers.put(REVIEW, Map.of("gateOutcome", "APPROVED", "gateComment", "Complete and consistent."));
        answers.put(
                "userTask_prepareHandoff",
                Map.of(
                        "handoffWhat", "Messages, creative assets and the offer",
                        "handoffWhere", "Shared drive, folder Launch / Sales kit",
                        "handoffGaps", "Price list in Danish follows on Monday",
                        "handoffLinks", "https://example.com/launch/sales-kit"));
        answers.put(
                "userTask_giveAdvice",
                Map.of("advice", "Fine with us, as long as the end of the offer stands on every page."));
        answers.put("userTask_acceptHandoff", Map.of("handoffAccepted", true));
        answers.put(
                "userTask_holdPostMortem",
                Map.of(
                        "roi",
                        140,
                        "teamSatisfaction",
                        4,
                        "postMortemWell",
                        "One offer everywhere from the first day",
                        "postMortemNext",
                        "Ask sales for the price list a week earlier"));
        return answers;
    }

    private static void work(Map<String, Map<String, Object>> answers, String task, String result) {
        answers.put(
                "userTask_" + task,
                Map.of(task + "Result", result, task + "Links", "https://example.com/launch/" + task));
    }
}
