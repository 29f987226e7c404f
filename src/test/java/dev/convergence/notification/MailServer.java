package dev.convergence.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mail server that can be switched off, and on again at the same port. */
final class MailServer {

    private static final String HOST = "127.0.0.1";

    private final List<MimeMessage> earlier = new ArrayList<>();
    private GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
    private int port;
    private boolean up;

    MailServer() {
        server.start();
        port = server.getSmtp().getPort();
        up = true;
    }

    int port() {
        return port;
    }

    void switchOff() {
        if (up) {
            earlier.addAll(Arrays.asList(server.getReceivedMessages()));
            server.stop();
            up = false;
        }
    }

    void switchOn() {
        if (!up) {
            server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
            server.start();
            up = true;
        }
    }

    List<MimeMessage> received() {
        List<MimeMessage> all = new ArrayList<>(earlier);
        if (up) {
            all.addAll(Arrays.asList(server.getReceivedMessages()));
        }
        return all;
    }

    /** What was sent to an address. */
    List<MimeMessage> to(String address) {
        return received().stream()
                .filter(mail -> header(mail, "To").contains(address))
                .toList();
    }

    static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ", ");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String text(MimeMessage mail) {
        try {
            return ((String) mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
