package dev.convergence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Campaign Convergence: a Camunda 7 deployment that runs marketing campaigns. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConvergenceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ConvergenceApplication.class, args);
    }
}
