package org.disclosureledger.application.heads;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A machine elsewhere that takes each head by POST. It may get the same head twice, after a break. */
final class HttpReceiver implements HeadSink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final @Nullable String token;

    private HttpReceiver(URI address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** @throws IllegalStateException when the text is not an address that can be posted to */
    static HttpReceiver at(String address, @Nullable String token) {
        try {
            URI uri = new URI(address.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return new HttpReceiver(uri, token == null || token.isBlank() ? null : token.strip());
            }
        } catch (URISyntaxException e) {
            throw refused(address, e);
        }
        throw refused(address, null);
    }

    private static IllegalStateException refused(String address, @Nullable Exception cause) {
        return new IllegalStateException(
                "存证的接收地址无效：" + address + "（LEDGER_HEADS_RECEIVER_URL）。应为 http:// 或 https:// 开头的完整地址，不含用户名和密码", cause);
    }

    @Override
    public String name() {
        return "receiver";
    }

    @Override
    public String place() {
        return address.toString();
    }

    @Override
    public void deliver(HeadName name, byte[] content) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(content));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            int status = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode();
            if (status / 100 != 2) {
                throw new IOException("接收方答复 HTTP " + status);
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("接收方 " + PATIENCE.toSeconds() + " 秒内没有答复", e);
        } catch (ExecutionException e) {
            throw new IOException("无法连接接收方（" + String.valueOf(e.getCause()) + "）", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }
}
