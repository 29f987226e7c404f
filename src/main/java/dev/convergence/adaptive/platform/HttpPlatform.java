package dev.convergence.adaptive.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.notification.CallFailed;
import dev.convergence.notification.SignedCalls;
import dev.convergence.notification.SignedTarget;

/** Hands instructions over by signed calls that say the same, under the same key, at every attempt. */
final class HttpPlatform implements Platform {

    private final String name;
    private final SignedTarget target;
    private final SignedCalls calls;
    private final ObjectMapper json;

    HttpPlatform(String name, SignedTarget target, SignedCalls calls, ObjectMapper json) {
        this.name = name;
        this.target = target;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public void take(String type, String id, Record instruction) {
        try {
            calls.post(target, id, written(type, instruction));
        } catch (CallFailed failure) {
            throw new PlatformFailed(name, failure.getMessage(), failure.isFinal());
        }
    }

    private String written(String type, Record instruction) {
        try {
            ObjectNode body = json.createObjectNode().put("type", type);
            body.setAll((ObjectNode) json.valueToTree(instruction));
            return json.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an instruction cannot be written", unwritable);
        }
    }
}
