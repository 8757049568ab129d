package org.disclosureledger.application.faults;

/** What the two verifiers say, each for itself. */
final class Verdicts {

    private Verdicts() {}

    static void bothVerifiersAgreeThatAllIsWell(JarService jar) throws Exception {}
}
