package dev.convergence.engine.feel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** How many units the value of a variable is; counts no further than is needed. */
final class InputSizeCounter {

    private long units;

    private InputSizeCounter() {}

    static boolean isWithin(Object value) {
        InputSizeCounter size = new InputSizeCounter();
        size.add(value);
        return size.units <= FeelBounds.INPUT;
    }

    private void add(Object value) {
        units++;
        if (units > FeelBounds.INPUT || value == null) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                add(key);
                add(one);
            });
        } else if (value instanceof Collection<?> several) {
            addAll(several);
        } else if (value instanceof BigDecimal number) {
            units += (Math.abs((long) number.scale()) + number.precision()) / FeelBounds.TEXT_UNIT;
        } else if (value instanceof CharSequence text) {
            units += text.length() / FeelBounds.TEXT_UNIT;
        } else if (!(value instanceof Number || value instanceof Boolean)) {
            addWritten(value.toString());
        }
    }

    /** JSON and the like: between two values is a comma. */
    private void addWritten(String text) {
        units += text.chars().filter(character -> character == ',').count() + text.length() / FeelBounds.TEXT_UNIT;
    }

    private void addAll(Collection<?> several) {
        for (Object one : several) {
            if (units > FeelBounds.INPUT) {
                return;
            }
            add(one);
        }
    }
}
