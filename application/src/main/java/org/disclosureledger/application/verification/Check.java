package org.disclosureledger.application.verification;

import java.util.List;

/**
 * One of the questions that a verification answers.
 *
 * @param id for programs, stable
 * @param title for people, in Chinese
 * @param counted how many events, heads or rows were looked at
 * @param total how many findings there are
 * @param findings the first hundred of them
 */
public record Check(String id, String title, boolean ok, long counted, long total, List<Finding> findings) {}
