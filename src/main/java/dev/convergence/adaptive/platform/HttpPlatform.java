package dev.convergence.adaptive.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.notification.webhook.CallFailedException;
import dev.convergence.notification.webhook.SignedCallClient;
import dev.convergence.notification.webhook.SignedTarget;

/** Hands instructions over by signed calls that say the same, under the same key, at every attempt. */
final class HttpPlatform implements Platform {

    private final String name;
    private final SignedTarget target;
    private final SignedCallClient calls;
    private final ObjectMapper json;

    HttpPlatform(String name, SignedTarget target, SignedCallClient calls, ObjectMapper json) {
        this.name = name;
        this.target = target;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public void take(String type, String id, Record instruction) {
        try {
            calls.post(target, id, written(type, instruction));
        } catch (CallFailedException failure) {
            throw new PlatformFailedException(name, failure.getMessage(), failure.isFinal());
        }
    }

    /** Not by way of a tree, which would cut the cents off an amount, and write 1800.00 as 1.8E+3. */
    private String written(String type, Record instruction) {
        try {
            return json.writer()
                    .with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .writeValueAsString(new Written(type, instruction));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an instruction cannot be written", unwritable);
        }
    }

    private record Written(String type, @JsonUnwrapped Record instruction) {}
}
