package dev.convergence.operations;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.SerializationUtils;

/**
 * One request's view of a session: passes a write on only if the attribute, serialized, differs from what the request
 * first read or last wrote. Compares bytes because the attributes are mutable and mostly the same object.
 */
final class ChangedAttributesHandler implements InvocationHandler {

    private final HttpSession session;
    private final Map<String, byte[]> known = new HashMap<>();

    private ChangedAttributesHandler(HttpSession session) {
        this.session = session;
    }

    static HttpSession of(HttpSession session) {
        return (HttpSession) Proxy.newProxyInstance(
                HttpSession.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                new ChangedAttributesHandler(session));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getAttribute" -> read((String) arguments[0]);
            case "setAttribute" -> write((String) arguments[0], arguments[1]);
            default -> pass(method, arguments);
        };
    }

    private Object read(String name) {
        Object value = session.getAttribute(name);
        if (value != null) {
            known.computeIfAbsent(name, first -> SerializationUtils.serialize(value));
        }
        return value;
    }

    private Object write(String name, Object value) {
        byte[] bytes = SerializationUtils.serialize(value);
        if (bytes == null || !Arrays.equals(bytes, known.put(name, bytes))) {
            session.setAttribute(name, value);
        }
        return null;
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("removeAttribute")) {
            known.remove((String) arguments[0]);
        }
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
