package org.disclosureledger.application.readtrail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.disclosureledger.domain.access.ExportKind;

/** What file a controller's method gives away. A method without it, or {@link HoldsNoData}, can give away none. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Exports {

    ExportKind value();
}
