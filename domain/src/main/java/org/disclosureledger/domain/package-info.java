/** Facts go in as commands, are judged by pure rules and stay as events. Nothing here knows a clock, a database or a framework. */
@NullMarked
package org.disclosureledger.domain;

import org.jspecify.annotations.NullMarked;
