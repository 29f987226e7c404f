package dev.convergence.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between an application and its database, which it can take away or freeze. */
final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock state = new ReentrantLock();
    private final Condition thawed = state.newCondition();

    private boolean away;
    private boolean frozen;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends all connections, and each new one at once. */
    void takeAway() {
        set(true, false);
        sockets.forEach(TcpProxy::end);
    }

    /** Keeps all connections, and passes nothing on. */
    void freeze() {
        set(false, true);
    }

    void giveBack() {
        set(false, false);
    }

    private void set(boolean away, boolean frozen) {
        state.lock();
        try {
            this.away = away;
            this.frozen = frozen;
            thawed.signalAll();
        } finally {
            state.unlock();
        }
    }

    private boolean isAway() {
        state.lock();
        try {
            return away;
        } finally {
            state.unlock();
        }
    }

    private void awaitThaw() throws InterruptedException {
        state.lock();
        try {
            while (frozen) {
                thawed.await();
            }
        } finally {
            state.unlock();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                if (isAway()) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(database);
        run(() -> pass(client, database));
        run(() -> pass(database, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "proxy of the database");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        takeAway();
    }
}
