package dev.convergence.engine;

import java.util.Optional;

/** Models as a process owner writes them. */
final class OwnModels {

    static final String BY_PERSON = "";
    static final String BY_TIMER =
            "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2020-01-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>";

    private OwnModels() {}

    static String byMessage(String process) {
        return "<bpmn:messageEventDefinition messageRef=\"%s_message\" />".formatted(process);
    }

    static String file(String... processes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="own" targetNamespace="https://convergence.dev/bpmn">
                """
                + String.join("\n", processes) + "</bpmn:definitions>";
    }

    /** A process with one step, whose id is {@code step}, and the message by which it may be started. */
    static String process(String id, String start, String step) {
        return """
                <bpmn:process id="ID" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <bpmn:startEvent id="ID_start">START</bpmn:startEvent>
                  <bpmn:sequenceFlow id="ID_flow" sourceRef="ID_start" targetRef="STEP_ID" />
                  STEP
                </bpmn:process>
                MESSAGE
                """
                .replace("MESSAGE", start.contains("_message") ? message(id, id + "_message") : "")
                .replace("STEP_ID", idOf(step))
                .replace("STEP", step)
                .replace("START", start)
                .replace("ID", id);
    }

    static String message(String process, String name) {
        return "<bpmn:message id=\"%s_message\" name=\"%s\" />".formatted(process, name);
    }

    private static String idOf(String step) {
        return Optional.of(step.replaceFirst("(?s)^\\s*<[^>]*?\\sid=\"([^\"]+)\".*", "$1"))
                .orElseThrow();
    }

    static String delegate(String id, String bean) {
        return "<bpmn:serviceTask id=\"%s\" camunda:delegateExpression=\"${%s}\" />".formatted(id, bean);
    }

    static String expression(String id, String expression) {
        return "<bpmn:serviceTask id=\"%s\" camunda:expression=\"%s\" />".formatted(id, expression);
    }

    static String listener(String id, String event, String bean) {
        return """
                <bpmn:userTask id="%s"><bpmn:extensionElements>
                  <camunda:taskListener id="%s_listener" event="%s" delegateExpression="${%s}" />
                </bpmn:extensionElements></bpmn:userTask>"""
                .formatted(id, id, event, bean);
    }

    static String call(String id, String called, String in) {
        return """
                <bpmn:callActivity id="%s" calledElement="%s"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:callActivity>"""
                .formatted(id, called, in);
    }
}
