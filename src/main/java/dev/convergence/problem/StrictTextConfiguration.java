package dev.convergence.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A number or a yes or no where a text is asked for is a mistake of the sender, not to be guessed at. */
@Configuration(proxyBeanMethods = false)
class StrictTextConfiguration {

    private static final List<CoercionInputShape> NO_TEXT =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictTexts() {
        return builder -> builder.postConfigurer(StrictTextConfiguration::refuseOtherThanText);
    }

    private static void refuseOtherThanText(ObjectMapper json) {
        NO_TEXT.forEach(shape -> json.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
    }
}
