package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "bookAction", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class BookActionDelegate implements JavaDelegate {

    private final BookingService bookingService;

    BookActionDelegate(BookingService bookingService) {
        this.bookingService = bookingService;
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
                bookingService
                        .book(adaptation.getProcessBusinessKey(), action, weighed)
                        .name());
    }
}
