package org.disclosureledger.application;

import org.disclosureledger.application.tool.Tools;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or does once what its first argument asks for. */
@SpringBootApplication
public class DisclosureLedgerApplication {

    public static void main(String[] args) {
        if (Tools.isAsked(args)) {
            System.exit(Tools.run(args));
        }
        SpringApplication.run(DisclosureLedgerApplication.class, args);
    }
}
