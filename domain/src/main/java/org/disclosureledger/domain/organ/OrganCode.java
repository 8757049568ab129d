package org.disclosureledger.domain.organ;

import java.util.regex.Pattern;

/** The code by which an organ is addressed: letters, digits, dot, hyphen and underscore, at most 64 characters. */
public record OrganCode(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** Stands where what is told belongs to no organ; none has this code. */
    public static final OrganCode ALL = new OrganCode("all-organs");

    /** @throws IllegalArgumentException when the value has another form; see {@link #isValid} */
    public OrganCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an organ code");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
