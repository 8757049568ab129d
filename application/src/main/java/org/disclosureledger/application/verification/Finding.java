package org.disclosureledger.application.verification;

import java.util.Map;

/**
 * Something that is not as it was recorded.
 *
 * @param kind for programs, stable
 * @param facts numbers and names that the sentence tells of; never personal data
 * @param sentence for people, in Chinese
 */
public record Finding(String kind, Map<String, Object> facts, String sentence) {}
