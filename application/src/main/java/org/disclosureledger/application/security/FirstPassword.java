package org.disclosureledger.application.security;

/** The password of who asks was made by somebody else, and must be changed before anything else. */
public final class FirstPassword extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FirstPassword() {
        super("first password not changed yet");
    }
}
