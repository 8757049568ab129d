package org.disclosureledger.application.readtrail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.disclosureledger.domain.access.ReadingPurpose;

/**
 * What a controller's method shows when it opens what is sealed in cases. On a class it holds for all its methods that say
 * nothing themselves. A method without it can open nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Shows {

    ReadingPurpose value();
}
