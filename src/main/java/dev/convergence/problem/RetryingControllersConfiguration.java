package dev.convergence.problem;

import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Every operation of the API is tried again when it lost a race; what was sent is read once. */
@Configuration(proxyBeanMethods = false)
class RetryingControllersConfiguration implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod operation) {
                return new RetryingOperation(operation);
            }
        };
    }

    private static final class RetryingOperation extends ServletInvocableHandlerMethod {

        private RetryingOperation(HandlerMethod operation) {
            super(operation);
        }

        @Override
        protected Object doInvoke(Object... arguments) throws Exception {
            try {
                return LostRaceRetryPolicy.<Object, Exception>ofFound(() -> super.doInvoke(arguments));
            } catch (ProcessEngineException | DataAccessException failure) {
                throw LostRaceRetryPolicy.isConflict(failure)
                        ? new ConcurrencyFailureException("conflict", failure)
                        : failure;
            }
        }
    }
}
