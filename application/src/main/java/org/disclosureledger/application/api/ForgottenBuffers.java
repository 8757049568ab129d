package org.disclosureledger.application.api;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Buffers that are kept for the next request hold what the last one said, for as long as the service runs: here each
 * request has its own, and they go with it. Making them costs less than a request does otherwise.
 */
@Configuration(proxyBeanMethods = false)
class ForgottenBuffers {

    /** Names of properties are kept as well, and a sender may write anything in their place. */
    @Bean
    JsonFactoryBuilderCustomizer ownBuffersForEachJson() {
        return factory -> factory.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownBuffersForEachRequest() {
        TomcatConnectorCustomizer customizer = connector -> {
            connector.setProperty("processorCache", "0");
            connector.setProperty("socket.processorCache", "0");
            connector.setProperty("socket.bufferPool", "0");
        };
        return factory -> factory.addConnectorCustomizers(customizer);
    }
}
