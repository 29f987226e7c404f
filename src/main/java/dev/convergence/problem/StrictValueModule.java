package dev.convergence.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.NumberBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.bounds.TextBounds;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * JSON as it comes from outside: each value in the one form that is documented for it, and within the bounds of its
 * kind. What a sender wrote in another form is refused, not guessed at: an instant that stands for a day is another day
 * elsewhere.
 */
public final class StrictValueModule {

    private static final List<LogicalType> ONE_FORM =
            List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean, LogicalType.Textual, LogicalType.Enum);
    private static final List<CoercionInputShape> SCALARS = List.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);

    private StrictValueModule() {}

    /** A reader of values from outside, otherwise like the one given. */
    public static ObjectMapper of(ObjectMapper json) {
        ObjectMapper strict = json.copy();
        strict.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        strict.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        strict.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
        ONE_FORM.forEach(type -> SCALARS.forEach(shape -> refuse(strict, type, shape)));
        SimpleModule bounds = new SimpleModule("bounds");
        bounds.addDeserializer(
                LocalDate.class, new FromText<>(LocalDate.class, DateBounds.DATE_FORM, DateBounds::date));
        bounds.addDeserializer(
                Instant.class, new FromText<>(Instant.class, DateBounds.INSTANT_FORM, DateBounds::instant));
        bounds.addDeserializer(BigDecimal.class, new BoundedNumber());
        bounds.addDeserializer(String.class, new BoundedText());
        bounds.addKeyDeserializer(String.class, new BoundedKey());
        return strict.registerModule(bounds);
    }

    private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape shape) {
        if (!isItsOwn(type, shape)) {
            json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static boolean isItsOwn(LogicalType type, CoercionInputShape shape) {
        return switch (type) {
            case Integer -> shape == CoercionInputShape.Integer;
            case Float -> shape == CoercionInputShape.Integer || shape == CoercionInputShape.Float;
            case Boolean -> shape == CoercionInputShape.Boolean;
            default -> shape == CoercionInputShape.String || shape == CoercionInputShape.EmptyString;
        };
    }

    /** A value of a sender that is refused with words of ours. */
    static final class Refused extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        Refused(JsonParser json, Class<?> type, String reason) {
            super(json, reason, type);
        }

        String reason() {
            return getOriginalMessage();
        }
    }

    /** What is written as a text of one form. */
    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final String form;
        private final transient Function<String, T> parser;

        FromText(Class<T> type, String form, Function<String, T> parser) {
            super(type);
            this.form = form;
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw new Refused(json, handledType(), form);
            }
            return (T) checked(json, handledType(), json.getText(), parser::apply);
        }
    }

    private static final class BoundedNumber extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        BoundedNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(json, context);
            return number == null ? null : (BigDecimal) checked(json, BigDecimal.class, number, NumberBounds::checked);
        }
    }

    private static final class BoundedText extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            return text == null ? null : (String) checked(json, String.class, text, TextBounds::checked);
        }
    }

    private static final class BoundedKey extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return checked(context.getParser(), String.class, key, TextBounds::checked);
        }
    }

    private static <V> Object checked(JsonParser json, Class<?> type, V value, Function<V, Object> check)
            throws MismatchedInputException {
        try {
            return check.apply(value);
        } catch (OutOfBounds out) {
            throw new Refused(json, type, out.getMessage());
        }
    }
}
