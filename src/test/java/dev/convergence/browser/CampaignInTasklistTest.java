package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One campaign from its start form to its post-mortem, worked through by the people of each team. */
class CampaignInTasklistTest extends BrowserTest {

    private static final String KEY = "spring-sale";
    private static final String NAME = "Spring sale";

    @Test
    void fromTheStartFormToThePostMortem() {
        start();
        writeTheBrief();
        passProductReadyInTwoRounds();
        makeTheAssets();
        handOverToSalesAtTheSecondAttempt();
        passSalesReady();
        convergeAtTheSecondAttempt();
        holdThePostMortem();

        assertThat(this.<String>campaign(KEY, "$.state")).isEqualTo("CLOSED");
        assertThat(this.<Integer>campaign(KEY, "$.gates[0].rounds")).isEqualTo(2);
        assertThat(this.<List<String>>campaign(KEY, "$.gates[*].outcome"))
                .containsExactly("APPROVED", "APPROVED_WITH_CONDITIONS", "APPROVED", "APPROVED");
        assertThat(this.<String>campaign(KEY, "$.handoffs[0].state")).isEqualTo("ACCEPTED");
    }

    private void start() {
        tasklistOf("campaign-manager")
                .startProcess("Campaign")
                .write("Campaign key", KEY)
                .write("Name", NAME)
                .choose("Type", "Product launch")
                .photograph("01-start-campaign")
                .start();
    }

    private void writeTheBrief() {
        tasklistOf("campaign-manager")
                .open("Write the brief", NAME)
                .claim()
                .write("Goal", "Win back the customers who left last year.")
                .write("Audience", "Former customers with a contract of more than two years.")
                .write("Message", "Everything you missed, at the price you left.")
                .write("How we measure success", "2,000 contracts by the end of May.")
                .photograph("02-write-brief")
                .complete();
        assertThat(this.<String>campaign(KEY, "$.state")).isEqualTo("CONVERGING");
    }

    private void passProductReadyInTwoRounds() {
        finaliseProduct("Price list and contract are final.", "03-finalise-product");
        advise("legal", "Product ready", "The terms name the notice period only in a footnote.");
        TaskForm review = tasklistOf("marketing")
                .openFilter("My groups' approvals")
                .open("Review the gate: Product ready", NAME)
                .claim();
        assertThat(review.rows("Evidence")).singleElement().asString().contains("What is finalised", "Provided");
        assertThat(review.rows("What the consulted groups say"))
                .singleElement()
                .asString()
                .contains("legal", "only in a footnote");
        assertThat(review.rows("The brief")).anySatisfy(row -> assertThat(row).contains("Goal", "Win back"));
        assertThat(review.rows("What was done"))
                .anySatisfy(row -> assertThat(row).contains("Price list and contract are final."));
        review.lookAt(NAME).photograph("04-review-gate");
        review.tick("Send back")
                .write("Comment", "The contract lacks the notice period.")
                .photograph("05-send-back")
                .complete();

        TaskForm redo = tasklistOf("product").open("Finalise the product", NAME).claim();
        assertThat(redo.rows("Gates so far")).hasSize(1).allSatisfy(row -> assertThat(row)
                .contains("Product ready", "Sent back", "The contract lacks the notice period."));
        redo.lookAt("Gates so far").photograph("06-redo");
        redo.write("What is final", "The contract has its notice period now.").complete();

        done("legal", KEY, "userTask_giveAdvice", Map.of("advice", "The contract is as it should be."));
        TaskForm second = tasklistOf("marketing")
                .open("Review the gate: Product ready", NAME)
                .claim();
        assertThat(second.text()).contains("Gate: Product ready, round 2");
        assertThat(second.rows("Gates so far")).hasSize(1).allSatisfy(row -> assertThat(row)
                .contains("Sent back", "The contract lacks the notice period."));
        second.lookAt(NAME).photograph("07-second-round");
        second.tick("Approve").complete();
    }

    private void advise(String user, String gate, String advice) {
        tasklistOf(user)
                .open("Advise on the gate: " + gate, NAME)
                .claim()
                .write("Your advice", advice)
                .photograph("04-advise")
                .complete();
    }

    private void finaliseProduct(String result, String picture) {
        tasklistOf("product")
                .open("Finalise the product", NAME)
                .claim()
                .write("What is final", result)
                .write("Links to the documents", "https://example.org/price-list\nhttps://example.org/contract")
                .photograph(picture)
                .complete();
    }

    private void makeTheAssets() {
        tasklistOf("marketing")
                .open("Write the messages", NAME)
                .claim()
                .write("The messages", "Mail: three letters, one a week.\nWeb: one page for the offer.")
                .photograph("08-write-messages")
                .complete();
        tasklistOf("creative")
                .open("Make the creative assets", NAME)
                .claim()
                .write("The assets", "Banners in three sizes, one film of 20 seconds.")
                .photograph("09-make-creative")
                .complete();
        TaskForm review = tasklistOf("product")
                .open("Review the gate: Assets ready", NAME)
                .claim()
                .tick("Approve with conditions")
                .write("Conditions", "Add the subtitles to the film")
                .choose("Owner of the conditions", "Creative");
        review.lookAt("Your decision").photograph("10-approve-with-conditions");
        review.complete();
        tasklistOf("creative")
                .open("Meet the condition: Add the subtitles to the film", NAME)
                .claim()
                .write("How it was met", "https://example.org/film-with-subtitles")
                .complete();
    }

    private void handOverToSalesAtTheSecondAttempt() {
        prepareHandoff("The three letters and the page.", "11-prepare-handoff");
        TaskForm acceptance = tasklistOf("sales")
                .openFilter("My groups' approvals")
                .open("Accept the handoff: Assets to sales", NAME)
                .claim();
        assertThat(acceptance.rows("What is handed over"))
                .anySatisfy(row -> assertThat(row).contains("The three letters and the page."));
        acceptance.lookAt(NAME);
        acceptance
                .write("Reason", "The price list for resellers is missing.")
                .photograph("12-return-handoff")
                .complete();

        TaskForm again = tasklistOf("marketing")
                .open("Prepare the handoff: Assets to sales", NAME)
                .claim();
        assertThat(again.text()).contains("The price list for resellers is missing.");
        again.lookAt(NAME).photograph("13-handoff-returned");
        again.write("What", "The three letters, the page and the price list for resellers.")
                .complete();

        tasklistOf("sales")
                .open("Accept the handoff: Assets to sales", NAME)
                .claim()
                .tick("I accept the handoff")
                .photograph("14-accept-handoff")
                .complete();
    }

    private void prepareHandoff(String what, String picture) {
        tasklistOf("marketing")
                .open("Prepare the handoff: Assets to sales", NAME)
                .claim()
                .write("What", what)
                .write("Where", "https://example.org/spring-sale/assets")
                .photograph(picture)
                .complete();
    }

    private void passSalesReady() {
        tasklistOf("sales")
                .open("Enable the sales team", NAME)
                .claim()
                .write("What sales is ready for", "All twelve sellers know the offer and the objections.")
                .photograph("15-enable-sales")
                .complete();
        tasklistOf("marketing")
                .open("Review the gate: Sales ready", NAME)
                .claim()
                .tick("Approve")
                .complete();
    }

    private void convergeAtTheSecondAttempt() {
        tasklistOf("marketing")
                .open("Align the launch", NAME)
                .claim()
                .write("How they fit together", "Mail on Monday, page and banners on Tuesday, calls from Wednesday on.")
                .photograph("16-align-launch")
                .complete();
        TaskForm convergence = tasklistOf("campaign-manager")
                .open("Review the gate: Convergence", NAME)
                .claim()
                .tick("Content")
                .tick("Targeting")
                .tick("Channels");
        convergence.tick("Approve").lookAt("Are the four checks met?").photograph("17-convergence");

        assertThat(convergence.refusal()).contains("cannot be APPROVED while a check is not met: timing");
        convergence.photograph("18-convergence-refused");

        convergence.dismissRefusal().tick("Timing").complete();
    }

    private void holdThePostMortem() {
        TaskForm postMortem = tasklistOf("campaign-manager")
                .open("Hold the post-mortem", NAME)
                .claim();
        assertThat(this.<String>campaign(KEY, "$.state")).isEqualTo("LAUNCHED");
        postMortem
                .write("What went well", "One date that everybody kept.")
                .write("Team satisfaction", "4")
                .write("What we do differently next time", "Sales joins a week earlier.")
                .photograph("19-post-mortem")
                .complete();
    }
}
