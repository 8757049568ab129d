package org.disclosureledger.application.heads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A machine that takes heads, on an address of its own; it may be down, refuse, or send elsewhere. */
final class Recipient implements AutoCloseable {

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private int port;
    private @Nullable HttpServer server;

    Recipient() {
        up();
        down();
    }

    void up() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", this::take);
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void down() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    /** From now on it answers so. */
    void answer(int next) {
        status = next;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/heads";
    }

    /** What was taken, in the order in which it came. */
    List<byte[]> taken() {
        return List.copyOf(taken);
    }

    /** Method, path, type and credentials of every request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
            int now = status;
            if (now / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            if (now / 100 == 2) {
                taken.add(body);
            }
            exchange.sendResponseHeaders(now, -1);
        }
    }

    @Override
    public void close() {
        down();
    }
}
