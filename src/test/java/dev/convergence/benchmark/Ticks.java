package dev.convergence.benchmark;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Notes when each timer fired, and does nothing. */
@ModelBean(value = "ticks", reach = BeanReach.ANYWHERE)
class Ticks implements JavaDelegate {

    /**
     * A timer that fired.
     *
     * @param at milliseconds since 1970
     */
    record Tick(String instance, long at) {}

    private final Queue<Tick> fired = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(DelegateExecution execution) {
        fired.add(new Tick(execution.getProcessInstanceId(), System.currentTimeMillis()));
    }

    Queue<Tick> fired() {
        return fired;
    }

    int count() {
        return fired.size();
    }

    void clear() {
        fired.clear();
    }
}
