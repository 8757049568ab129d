package org.disclosureledger.application.tool;

import java.util.List;

/** Something that is done once from the command line and ends with an exit code. */
public interface Tool {

    /** The first argument that asks for it. */
    String name();

    /** @return the exit code: 0 when all is well, 1 when something was found, 2 when it could not be done */
    int run(List<String> arguments);
}
