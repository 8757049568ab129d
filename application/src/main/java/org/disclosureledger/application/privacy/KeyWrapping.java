package org.disclosureledger.application.privacy;

import java.security.GeneralSecurityException;

/**
 * What wraps the keys of cases: the keyring of this installation, or a key-management service that never gives its master
 * keys away. Master keys are told apart by names that say nothing of them; a wrapped key is kept with the name of the
 * master key that wraps it, so that it can be wrapped anew by the next one while the service works.
 */
public interface KeyWrapping {

    /** Whether it can wrap and unwrap with the master key of this name. */
    boolean knows(String master);

    /** @throws IllegalStateException when it does not know the master key */
    byte[] wrap(String master, byte[] boundTo, byte[] key);

    /**
     * @throws GeneralSecurityException when it was not wrapped by this master key for this purpose
     * @throws IllegalStateException when it does not know the master key
     */
    byte[] unwrap(String master, byte[] boundTo, byte[] wrapped) throws GeneralSecurityException;
}
