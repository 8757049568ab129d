package org.disclosureledger.application.mail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.disclosureledger.application.mail.MailHeader.Part;
import org.disclosureledger.application.mail.MailHeader.Split;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.IdentityProof;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail proposes for the form of receipt. Nothing is invented, and no day of receipt is proposed: that is the day
 * of the confirmation with the applicant (art. 31), which no mail tells. What is not proposed for any field is given back
 * line by line.
 *
 * @param proposals by the field of the form
 * @param unread in their order
 */
public record PastedMail(Map<String, String> proposals, List<String> unread) {

    /** In characters; longer ones are not read. */
    public static final int LONGEST = 50_000;

    private static final int LONGEST_GENERIC_SUBJECT = 20;
    private static final int FEWEST_LABELS = 2;

    public PastedMail {
        unread = List.copyOf(unread);
    }

    /**
     * @param zone in which the day of the mail is told
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
     */
    public static PastedMail read(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST);
        }
        return new Reading(MailText.lines(text), zone).read();
    }

    private static final class Reading {

        private final List<String> lines;
        private final ZoneId zone;
        private final List<MailHeader> headers;
        private final Map<String, String> proposals = new LinkedHashMap<>();
        private final List<String> unread = new ArrayList<>();

        Reading(List<String> lines, ZoneId zone) {
            this.lines = lines;
            this.zone = zone;
            this.headers = MailHeader.all(lines);
        }

        PastedMail read() {
            int chosen = chosen();
            MailHeader header = chosen < 0 ? null : headers.get(chosen);
            int from = header == null ? 0 : header.to();
            int to = chosen + 1 < headers.size() ? headers.get(chosen + 1).from() : lines.size();
            outside(0, header == null ? 0 : header.from());
            MailBody body = MailBody.read(text(from, to));
            if (header != null) {
                propose(
                        "arrivedOn",
                        MailDate.of(header.value(Part.DATE), zone)
                                .map(LocalDate::toString)
                                .orElse(""));
            }
            propose("channel", lines.stream().allMatch(String::isBlank) ? "" : Channel.EMAIL.id());
            MailSender sender = MailSender.of(header == null ? "" : header.value(Part.FROM));
            new Applicant(body, sender).propose(this::propose);
            if (body.says(MailLabel.ATTACHMENT) && provesIdentity(body.said(MailLabel.ATTACHMENT))) {
                propose("identityProof", IdentityProof.COPY_ATTACHED.id());
            }
            propose("wantedForm", MailForms.of(body.said(MailLabel.FORM), body.said(MailLabel.WAY)));
            content(body, header == null ? "" : header.value(Part.SUBJECT));
            leftOver(body);
            leftOver("发件人：", sender.name());
            leftOver("发件人：", sender.address());
            outside(to, lines.size());
            return new PastedMail(proposals, unread);
        }

        /** The mail of the applicant: the first one, unless it only hands on another; -1 when it has no header. */
        private int chosen() {
            if (headers.isEmpty()) {
                return -1;
            }
            MailHeader first = headers.get(0);
            boolean answers = first.split() == Split.ORIGINAL
                    && MailBody.read(text(0, first.from())).labels() >= FEWEST_LABELS;
            if (answers) {
                return -1;
            }
            int chosen = 0;
            while (chosen + 1 < headers.size()
                    && (headers.get(chosen).forwards()
                            || headers.get(chosen + 1).split() == Split.FORWARDED)) {
                chosen++;
            }
            return chosen;
        }

        private List<String> text(int from, int to) {
            return lines.subList(from, to).stream()
                    .filter(line -> MailHeader.split(line) == Split.NONE)
                    .toList();
        }

        /** Notes of those who handed the mail on, and what it answers. */
        private void outside(int from, int to) {
            text(from, to).stream()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .forEach(unread::add);
        }

        /** What was read, and went into no field after all. */
        private void leftOver(MailBody body) {
            String form = proposals.getOrDefault("wantedForm", "");
            body.said()
                    .forEach((label, all) -> all.forEach(said -> {
                        boolean told = label == MailLabel.KIND && proposals.containsKey("applicantKind");
                        boolean wanted = (label == MailLabel.FORM || label == MailLabel.WAY)
                                && !form.isEmpty()
                                && MailForms.of(List.of(said.value()), List.of())
                                        .equals(form);
                        if (!told && !wanted && !isProposed(said.value())) {
                            unread.add(said.line());
                        }
                    }));
        }

        private void leftOver(String label, @Nullable String value) {
            if (value != null && !isProposed(value)) {
                unread.add(label + value);
            }
        }

        private boolean isProposed(String value) {
            return proposals.values().stream().anyMatch(proposal -> proposal.contains(value));
        }

        private void propose(String field, String value) {
            if (!value.isBlank()) {
                proposals.put(field, value);
            }
        }

        private void content(MailBody body, String subject) {
            boolean telling = !subject.isEmpty() && !isGeneric(subject);
            if (!body.asked().isEmpty()) {
                if (telling) {
                    unread.add(subject);
                }
                unread.addAll(body.unread());
                propose("content", body.asked());
                return;
            }
            List<String> rest = new ArrayList<>(telling ? List.of(subject) : List.of());
            rest.addAll(body.unread());
            propose("content", String.join("\n", rest));
        }

        private static boolean isGeneric(String subject) {
            boolean names = subject.contains("信息公开申请") || subject.contains("申请信息公开") || subject.contains("依申请公开");
            return names && subject.length() <= LONGEST_GENERIC_SUBJECT;
        }

        private static boolean provesIdentity(List<String> attachments) {
            return attachments.stream()
                    .anyMatch(a -> a.contains("身份证") || a.contains("执照") || a.contains("登记证") || a.contains("证件"));
        }
    }

    /** Who asks, and how to reach them. */
    private record Applicant(MailBody body, MailSender sender) {

        void propose(BiConsumer<String, String> form) {
            String organization = first(MailLabel.ORGANIZATION);
            String person = first(MailLabel.APPLICANT);
            boolean asOrganization = !organization.isEmpty()
                    && (person.isEmpty()
                            || body.says(MailLabel.CREDIT_CODE)
                            || body.says(MailLabel.LEGAL_REPRESENTATIVE));
            String named = asOrganization ? organization : person;
            String name = sender.name();
            String applicant = !named.isEmpty() ? named : name == null ? "" : name;
            String code = first(MailLabel.CREDIT_CODE);
            String identity = first(MailLabel.IDENTITY);
            boolean organized = asOrganization || (!code.isEmpty() && identity.isEmpty());
            form.accept("applicant", applicant);
            form.accept("identityNumber", organized && !code.isEmpty() ? code : identity.isEmpty() ? code : identity);
            form.accept(
                    "applicantKind",
                    MailKinds.of(first(MailLabel.KIND), applicant, code, organized, !identity.isEmpty()));
            form.accept("contact", contact(asOrganization ? person : ""));
            String postcode = first(MailLabel.POSTCODE);
            form.accept(
                    "address",
                    postcode.isEmpty() || first(MailLabel.ADDRESS).isEmpty()
                            ? first(MailLabel.ADDRESS)
                            : first(MailLabel.ADDRESS) + "（邮编 " + postcode + "）");
            form.accept("representative", first(MailLabel.AGENT));
            form.accept("otherApplicants", String.join("；", body.said(MailLabel.OTHER_APPLICANTS)));
            form.accept("remark", remark());
        }

        private String contact(String person) {
            Set<String> ways = new LinkedHashSet<>();
            if (!person.isEmpty()) {
                ways.add(person);
            }
            ways.addAll(body.said(MailLabel.CONTACT_PERSON));
            ways.addAll(body.said(MailLabel.PHONE));
            ways.addAll(body.said(MailLabel.MAIL_ADDRESS));
            String address = sender.address();
            if (address != null && !body.says(MailLabel.MAIL_ADDRESS)) {
                ways.add(address);
            }
            body.said(MailLabel.FAX).forEach(fax -> ways.add("传真 " + fax));
            return String.join("，", ways);
        }

        /** What the usual form has lines for, and this one has not. */
        private String remark() {
            List<String> notes = new ArrayList<>();
            body.said(MailLabel.LEGAL_REPRESENTATIVE).forEach(v -> notes.add("法定代表人：" + v));
            body.said(MailLabel.WORKPLACE).forEach(v -> notes.add("工作单位：" + v));
            body.said(MailLabel.ATTACHMENT).forEach(v -> notes.add("附件：" + v));
            return String.join("\n", notes);
        }

        private String first(MailLabel label) {
            List<String> said = body.said(label);
            return said.isEmpty() ? "" : said.get(0);
        }
    }
}
