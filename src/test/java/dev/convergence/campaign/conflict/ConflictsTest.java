package dev.convergence.campaign.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final WorkingCalendarRegistry CALENDARS = ShippedCalendars.calendars();
    private static final LocalDate WEDNESDAY = LocalDate.parse("2027-03-10");
    private static final LocalDate FRIDAY = LocalDate.parse("2027-03-12");

    @Test
    void assetsCannotBeLiveOnTheWednesdayBeforeTheRelease() {
        List<Conflict> found = dates(WEDNESDAY, FRIDAY).all();

        assertThat(found).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.SCHEDULE);
            assertThat(conflict.message())
                    .isEqualTo("“Assets live” is planned for 2027-03-10, but needs “Release”, which is due on"
                            + " 2027-03-12: 2 working days too early. Move one of the two.");
            assertThat(conflict.owners()).containsExactly("marketing", "product");
        });
    }

    @Test
    void whatIsDueOnTheDayOnWhichItIsNeededIsInTime() {
        assertThat(dates(FRIDAY, FRIDAY).isEmpty()).isTrue();
        assertThat(dates(FRIDAY, WEDNESDAY).isEmpty()).isTrue();
    }

    @Test
    void countsTheWorkingDaysOfWhoIsTooEarly() {
        LocalDate monday = LocalDate.parse("2027-03-15");

        assertThat(dates(FRIDAY, monday).all().get(0).words()).endsWith("1 working day too early");
        assertThat(dates(FRIDAY, monday.minusDays(1)).all().get(0).words()).contains("too early, though");
    }

    @Test
    void aTouchpointCannotGoLiveBeforeWhatItDependsOn() {
        Touchpoint email = new Touchpoint("email", "marketing", "", Map.of(), WEDNESDAY, List.of("release"));
        Plan plan = Plan.of(List.of(new PlanEntry("release", "Release", "product", FRIDAY, List.of())));

        assertThat(Conflicts.in(plan, List.of(email), CALENDARS).all())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.words()).startsWith("“email” is planned to go live on 2027-03-10, but needs");
                    assertThat(conflict.places().get(0).speaks()).isTrue();
                });
    }

    @Test
    void namesEveryPlaceAndWhatItSays() {
        Conflict conflict = messages(
                        said("email", "", "offer", TouchpointStatement.text("20 %")),
                        said("ad", "", "offer", TouchpointStatement.text("30 %")),
                        said("page", "", "offer", TouchpointStatement.text("20\u00a0%")))
                .get(0);

        assertThat(conflict.message())
                .isEqualTo("offer: email says “20 %”, ad says “30 %”, page says “20\u00a0%”."
                        + " Make them equal, or give them different subjects.");
    }

    @Test
    void comparesOnlyWhatSpeaksOfTheSame() {
        assertThat(messages(
                        said("email", "Bundle", "offer", TouchpointStatement.text("20 %")),
                        said("ad", "Single", "offer", TouchpointStatement.text("30 %"))))
                .isEmpty();
        assertThat(messages(
                        said("email", "Bundle", "offer", TouchpointStatement.text("20 %")),
                        said("ad", " bundle", "offer", TouchpointStatement.text("30 %"))))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.words()).startsWith("offer of “Bundle”:"));
        assertThat(messages(
                        said("email", "", "offer", TouchpointStatement.text("20 %")),
                        said("ad", "", "validUntil", TouchpointStatement.day(FRIDAY))))
                .isEmpty();
    }

    @Test
    void comparesAmountsByTheirValue() {
        assertThat(messages(price("email", "20", "EUR"), price("ad", "20.00", "EUR")))
                .isEmpty();
        assertThat(messages(price("email", "100", "EUR"), price("ad", "1E+2", "EUR")))
                .isEmpty();
        assertThat(messages(price("email", "20", "EUR"), price("ad", "20", "USD")))
                .hasSize(1);
        assertThat(messages(price("email", "20", "EUR"), price("ad", "20.01", "EUR")))
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.words()).isEqualTo("price: email says “20 EUR”, ad says “20.01 EUR”"));
    }

    @Test
    void knowsAClaimByItsName() {
        assertThat(Touchpoint.claim(" Battery  Life")).isEqualTo(Touchpoint.claim("battery life"));
    }

    private static Conflicts dates(LocalDate assets, LocalDate release) {
        Plan plan = Plan.of(List.of(
                new PlanEntry("release", "Release", "product", release, List.of()),
                new PlanEntry("assets", "Assets live", "marketing", assets, List.of("release"))));
        return Conflicts.in(plan, List.of(), CALENDARS);
    }

    private static List<Conflict> messages(Touchpoint... touchpoints) {
        return MessageConflictDetector.in(List.of(touchpoints));
    }

    private static Touchpoint price(String id, String amount, String currency) {
        return said(id, "", "price", TouchpointStatement.price(new BigDecimal(amount), currency));
    }

    private static Touchpoint said(String id, String subject, String fact, TouchpointStatement touchpointStatement) {
        return new Touchpoint(id, "marketing", subject, Map.of(fact, touchpointStatement), null, List.of());
    }
}
