package org.disclosureledger.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class DisclosureLedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(DisclosureLedgerApplication.class, args);
    }
}
