package org.disclosureledger.domain.register;

/**
 * Personal data as the domain sees it: ciphertext. The same text, sealed for the same case and field, gives the same
 * value, so that a register sent twice is recognised without being read.
 */
public record SealedText(String value) {

    public SealedText {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("sealed text must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
