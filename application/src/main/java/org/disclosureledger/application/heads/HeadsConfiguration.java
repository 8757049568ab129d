package org.disclosureledger.application.heads;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The signing key, the directory of heads and the places that they go to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HeadSettings.class)
public class HeadsConfiguration {

    private static final int PLACE_BYTES = 4;

    @Bean
    HeadSigner headSigner(HeadSettings settings, @Value("${ledger.data-dir}") Path dataDirectory) {
        Path configured = HeadSettings.path(settings.keyFile());
        return configured == null
                ? HeadKeyFile.own(dataDirectory.resolve("keys").resolve(HeadKeyFile.NAME), settings.algorithm())
                : HeadKeyFile.configured(configured, settings.algorithm());
    }

    @Bean
    HeadDirectory headDirectory(HeadSettings settings, @Value("${ledger.data-dir}") Path dataDirectory) {
        Path configured = HeadSettings.path(settings.directory());
        return new HeadDirectory(configured == null ? dataDirectory.resolve("heads") : configured);
    }

    @Bean
    HeadSinks headSinks(HeadSettings settings, HeadDirectory directory) {
        List<SinkQueue> queues = new ArrayList<>();
        Path worm = HeadSettings.path(settings.wormDirectory());
        if (worm != null) {
            queues.add(queue(new WormDirectory(worm), directory));
        }
        String receiver = HeadSettings.text(settings.receiverUrl());
        if (receiver != null) {
            queues.add(queue(HttpReceiver.at(receiver, settings.receiverToken()), directory));
        }
        return new HeadSinks(queues);
    }

    private static SinkQueue queue(HeadSink sink, HeadDirectory directory) {
        byte[] place = HashAlgorithm.SHA_256.digest().digest(sink.place().getBytes(StandardCharsets.UTF_8));
        String file = sink.name() + "-" + HexFormat.of().formatHex(place, 0, PLACE_BYTES) + ".delivered";
        return new SinkQueue(sink, directory, new DeliveryLog(directory.path().resolve(file)));
    }
}
