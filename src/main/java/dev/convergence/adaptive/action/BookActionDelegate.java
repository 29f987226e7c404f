package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "bookAction", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class BookActionDelegate implements JavaDelegate {

    private final Booking booking;

    BookActionDelegate(Booking booking) {
        this.booking = booking;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        String action = AdaptiveProcess.ACTION_ID.get(adaptation);
        boolean weighed = AdaptationProcess.WEIGHED
                .find(adaptation)
                .filter(weighing -> weighing.isForRule(action))
                .isPresent();
        AdaptationProcess.ACTION_CARRIER.handOn(
                adaptation,
                booking.book(adaptation.getProcessBusinessKey(), action, weighed)
                        .name());
    }
}
