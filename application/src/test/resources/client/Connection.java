package client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;

/** How the programs reach the service: address and HTTP Basic. */
final class Connection {

    private final ApiClient client = new ApiClient();

    /** @param arguments address, user, password */
    Connection(String[] arguments) {
        String credentials = arguments[1] + ":" + arguments[2];
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", basic));
        // A client forgives answers that say more than their description. Here that would hide an incomplete one.
        client.setObjectMapper(client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    ApiClient client() {
        return client;
    }

    /** A call of the generated client. */
    interface Call {
        Object answer() throws ApiException;
    }

    /** The refusal of a call, as the type that the description gives for it. */
    <T> T refusal(Class<T> type, Call call) throws Exception {
        try {
            throw new AssertionError("not refused: " + call.answer());
        } catch (ApiException e) {
            if (e.getResponseBody() == null) {
                throw e;
            }
            return client.getObjectMapper().readValue(e.getResponseBody(), type);
        }
    }
}
