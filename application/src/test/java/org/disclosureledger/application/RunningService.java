package org.disclosureledger.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The whole product on a port of its own, with its embedded PostgreSQL in an empty directory; one for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RunningService.EmptyDirectory.class)
public @interface RunningService {

    /** Where this run keeps its data. */
    final class EmptyDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                        context,
                        "ledger.data-dir=" + Files.createTempDirectory(target.toAbsolutePath(), "data-"),
                        "ledger.admin-password=" + Service.PASSWORD,
                        "ledger.sysadmin-password=" + Service.PASSWORD,
                        "ledger.secadmin-password=" + Service.PASSWORD,
                        "ledger.auditadmin-password=" + Service.PASSWORD,
                        // Tests ask more than people do.
                        "ledger.limits.account-per-minute=0",
                        "ledger.limits.place-per-minute=0");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
