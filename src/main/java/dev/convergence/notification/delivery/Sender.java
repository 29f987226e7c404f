package dev.convergence.notification.delivery;

/** Brings batches to their recipients by one channel. */
public interface Sender {

    Channel channel();

    /** What a batch has to share with others on its way: one server, one target. */
    String lane(String recipient);

    /** @throws NotDelivered naming the recipient */
    void send(Batch batch);
}
