package org.disclosureledger.application.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.document.DocumentCategory;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.ReviewVerdict;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.AppealFact;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyItem;
import org.jspecify.annotations.Nullable;

/** The words that a column of codes accepts, and the one that it is written with. */
final class Codes {

    private static final Map<Fact, Codes> BY_FACT = Map.ofEntries(
            Map.entry(RequestFact.CHANNEL, plain(Channel.values())),
            Map.entry(RequestFact.APPLICANT_KIND, plain(ApplicantKind.values())),
            Map.entry(RequestFact.OUTCOME, outcomes()),
            Map.entry(RemedyFact.PROCEDURE, plain(Procedure.values())),
            Map.entry(RemedyFact.AFTER_RECONSIDERATION, yesOrNo()),
            Map.entry(RemedyFact.RESULT, plain(RemedyResult.values())),
            Map.entry(AppealFact.INSTANCE, plain(Instance.values())),
            Map.entry(AppealFact.BY_ORGAN, yesOrNo()),
            Map.entry(AppealFact.RULING, plain(RemedyResult.values())),
            Map.entry(DocumentFact.CATEGORY, plain(DocumentCategory.values())),
            Map.entry(TallyFact.ITEM, plain(TallyItem.values())),
            Map.entry(PublicationFact.CONTENT_CLASS, plain(ContentClass.values())),
            Map.entry(PublicationFact.VERDICT, plain(ReviewVerdict.values())),
            Map.entry(PublicationFact.CHANNEL, plain(PublicationChannel.values())));

    /** The numbers that stand before a row of the form: （一）, 1., 3、 */
    private static final Pattern NUMBERING =
            Pattern.compile("(?<=^|/)(?:\\([一二三四五六七八九十0-9]{1,3}\\)|[一二三四五六七八九十0-9]{1,3}[.、)])");

    /** The form explains this row in its label. */
    private static final String PARTIALLY_GRANTED_NOTE = "(区分处理的,只计这一情形,不计其他情形)";

    private final Map<String, String> idsByWord;
    private final Map<String, String> labels;
    private final String hint;

    private Codes(Map<String, String> idsByWord, Map<String, String> labels, String hint) {
        this.idsByWord = idsByWord;
        this.labels = labels;
        this.hint = hint;
    }

    static Codes of(Fact fact) {
        Codes codes = BY_FACT.get(fact);
        if (codes == null) {
            throw new IllegalArgumentException(fact.id() + " has no codes");
        }
        return codes;
    }

    @Nullable String find(String text) {
        String word = word(text);
        String id = idsByWord.get(word);
        return id != null ? id : idsByWord.get(NUMBERING.matcher(word).replaceAll(""));
    }

    /** @throws IllegalArgumentException when no code has this identifier */
    String label(String id) {
        String label = labels.get(id);
        if (label == null) {
            throw new IllegalArgumentException("no such code");
        }
        return label;
    }

    /** Label by identifier. */
    Map<String, String> labels() {
        return java.util.Collections.unmodifiableMap(labels);
    }

    /** What can be filled in, for people. */
    String hint() {
        return hint;
    }

    private static String word(String text) {
        return Text.key(text).replaceAll("[“”„\"'‘’]", "").toLowerCase(Locale.ROOT);
    }

    private static Codes plain(Coded[] constants) {
        Map<String, String> words = new HashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Coded constant : constants) {
            words.put(word(constant.id()), constant.id());
            words.put(word(constant.label()), constant.id());
            labels.put(constant.id(), constant.label());
        }
        return new Codes(words, labels, String.join("、", labels.values()));
    }

    private static Codes yesOrNo() {
        return new Codes(
                Map.of("是", "true", "否", "false", "true", "true", "false", "false"),
                new java.util.TreeMap<>(Map.of("true", "是", "false", "否")),
                "是、否");
    }

    private static Codes outcomes() {
        Map<String, Long> sameLabel =
                Arrays.stream(Outcome.values()).collect(Collectors.groupingBy(Outcome::label, Collectors.counting()));
        Map<String, String> words = new HashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            boolean ownGroup = outcome.group().equals(outcome.label());
            words.put(word(outcome.id()), outcome.id());
            words.put(word(outcome.group() + "/" + outcome.label()), outcome.id());
            if (sameLabel.getOrDefault(outcome.label(), 0L) == 1) {
                words.put(word(outcome.label()), outcome.id());
            }
            labels.put(outcome.id(), ownGroup ? outcome.label() : outcome.group() + "/" + outcome.label());
        }
        words.put(word(Outcome.PARTIALLY_GRANTED.label() + PARTIALLY_GRANTED_NOTE), Outcome.PARTIALLY_GRANTED.id());
        return new Codes(words, labels, "予以公开、部分公开、不予公开/属于国家秘密、无法提供/本机关不掌握相关政府信息、不予处理/重复申请、其他处理/其他等21种结果");
    }
}
