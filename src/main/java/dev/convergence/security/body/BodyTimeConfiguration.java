package dev.convergence.security.body;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BodyTimeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesInLimitedTime(BodyProperties bodies) {
        return server -> {
            server.setProtocol(TimedHttpProtocol.class.getName());
            server.addConnectorCustomizers(connector -> limit(connector, bodies.bodyTime()));
            server.addEngineValves(new UnreadBodyValve());
        };
    }

    private static void limit(Connector connector, Duration bodyTime) {
        TimedHttpProtocol protocol = (TimedHttpProtocol) connector.getProtocolHandler();
        protocol.setBodyTime(bodyTime);
        // Whoever asks before sending is told to send when somebody wants to read, not before.
        protocol.setContinueResponseTiming("onRead");
    }
}
