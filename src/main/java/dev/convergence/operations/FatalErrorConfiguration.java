package dev.convergence.operations;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Ends the process on a fatal error, also where it was started without {@link OutOfMemoryExitDetector#OPTION}: alive and deaf it
 * would be of use to nobody.
 */
@Configuration(proxyBeanMethods = false)
class FatalErrorConfiguration {

    FatalErrorConfiguration() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            FatalErrorHandler.endOn(fault);
            if (before != null) {
                before.uncaughtException(thread, fault);
            } else {
                fault.printStackTrace();
            }
        });
    }

    @Bean
    FilterRegistrationBean<FatalErrorFilter> fatalErrorFilter() {
        FilterRegistrationBean<FatalErrorFilter> filter = new FilterRegistrationBean<>(new FatalErrorFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setAsyncSupported(true);
        return filter;
    }

    @Bean
    ProcessEnginePlugin fatalErrors() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<CommandInterceptor> all = new ArrayList<>(List.of(new FatalErrorInterceptor()));
                if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
                    all.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
                }
                configuration.setCustomPreCommandInterceptorsTxRequired(all);
            }
        };
    }
}
