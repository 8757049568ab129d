package org.disclosureledger.application.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.disclosureledger.domain.people.Right;

/**
 * Who may call a controller's method: whoever holds one of these rights, in the organ that the address names or over the
 * whole installation. On a class it holds for all its methods that say nothing themselves. A method without it is refused
 * to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    Right[] value();
}
