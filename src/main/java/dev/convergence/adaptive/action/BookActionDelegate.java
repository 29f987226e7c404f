package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("bookAction")
class BookActionDelegate implements JavaDelegate {

    private final Booking booking;

    BookActionDelegate(Booking booking) {
        this.booking = booking;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        AdaptationProcess.ACTION_CARRIER.handOn(
                adaptation,
                booking.book(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation))
                        .name());
    }
}
