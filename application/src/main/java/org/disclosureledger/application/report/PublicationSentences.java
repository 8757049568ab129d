package org.disclosureledger.application.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.projections.publication.CountedPublication;
import org.disclosureledger.projections.publication.PublicationCounts;

/** What part 一 of the report says of the information that the organ published by itself: content, channels, changes. */
final class PublicationSentences {

    private PublicationSentences() {}

    /** @param counts not empty */
    static String of(int year, PublicationCounts counts) {
        StringBuilder text = new StringBuilder();
        int published = counts.published().size();
        if (published == 0) {
            text.append(year).append("年，本机关没有新增主动公开的政府信息。");
        } else {
            text.append(year).append("年，本机关主动公开政府信息").append(published).append("件。");
            text.append("在公开内容上，").append(listed(counts.byContentClass())).append("；");
            text.append("在公开形式上，通过").append(listed(counts.byChannel()));
            text.append(counts.byChannel().size() > 1 ? "（同一信息通过几种形式公开的，分别计入）。" : "。");
            if (!counts.byEmphasis().isEmpty()) {
                text.append("突出重点公开内容：").append(emphases(counts.byEmphasis())).append("。");
            }
        }
        if (!counts.updates().isEmpty()) {
            text.append("对已公开的内容更新").append(counts.updates().size()).append("次。");
        }
        if (!counts.withdrawn().isEmpty()) {
            text.append("撤回已公开的信息").append(counts.withdrawn().size()).append("件。");
        }
        return text.toString();
    }

    private static String listed(Map<? extends Coded, List<CountedPublication>> figures) {
        return figures.entrySet().stream()
                .map(e -> e.getKey().label() + e.getValue().size() + "件")
                .collect(Collectors.joining("，"));
    }

    private static String emphases(Map<String, List<CountedPublication>> figures) {
        return figures.entrySet().stream()
                .map(e -> e.getKey() + e.getValue().size() + "件")
                .collect(Collectors.joining("，"));
    }
}
