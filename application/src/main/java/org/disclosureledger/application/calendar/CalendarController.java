package org.disclosureledger.application.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.calendar.Days;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An organ's calendar over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/calendar")
@Tag(name = "日历")
public class CalendarController {

    private static final int MOST_BYTES = 1_000_000;

    private final Organs organs;
    private final Calendars calendars;
    private final OrganCalendars known;
    private final IdempotencyKeys keys;

    CalendarController(Organs organs, Calendars calendars, OrganCalendars known, IdempotencyKeys keys) {
        this.organs = organs;
        this.calendars = calendars;
        this.known = known;
        this.keys = keys;
    }

    /** A day that a notice names. */
    @Schema(name = "CalendarDay", description = "放假或者调休上班的一天")
    public record DayReply(LocalDate day, boolean worked, String notice) {}

    /**
     * The calendar of a year.
     *
     * @param settled whether a notice for the year is known; otherwise every day is taken by its weekday
     */
    @Schema(name = "CalendarYear", description = "一年的安排")
    public record CalendarReply(
            int year, boolean settled, @Nullable String notice, int workingDays, List<DayReply> days) {}

    /** A notice for a whole year; days as ISO dates. */
    public record NoticeBody(
            @Nullable Integer year,
            @Nullable String noticeNumber,
            @Nullable LocalDate noticedOn,
            @Nullable List<LocalDate> offDays,
            @Nullable List<LocalDate> workedDays) {}

    /** A change of one day. */
    public record ChangeBody(
            @Nullable LocalDate day,
            @Nullable Boolean worked,
            @Nullable String noticeNumber,
            @Nullable LocalDate noticedOn,
            @Nullable String reason) {}

    /** What became of it. */
    @Schema(name = "CalendarRecorded", description = "登记的结果")
    public record CalendarRecorded(
            int events,
            List<FindingReply> warnings,
            @Nullable Receipt ledger) {}

    /** What became of a file; years says which years it holds. */
    @Schema(name = "CalendarImported", description = "文件的登记结果")
    public record ImportReply(boolean dryRun, List<Integer> years, int events, List<FindingReply> warnings) {}

    @GetMapping
    @Operation(summary = "一年的放假和调休上班安排，各日依据的通知")
    public CalendarReply openCalendar(@PathVariable String organ, @RequestParam int year) {
        organs.require(organ);
        if (year < 2000 || year > 2100) {
            throw Problem.badRequest("year", "年度应在 2000 年至 2100 年之间");
        }
        WorkingDays days = known.of(organ);
        LocalDate last = LocalDate.of(year, 12, 31);
        return new CalendarReply(
                year,
                days.isSettled(last),
                days.notices().get(year),
                days.between(LocalDate.of(year - 1, 12, 31), last),
                days.named(year).entrySet().stream()
                        .map(e -> new DayReply(
                                e.getKey(), e.getValue().worked(), e.getValue().notice()))
                        .toList());
    }

    @PostMapping("/notices")
    @Requires(Right.SET_UP)
    @Operation(summary = "登记一年的放假通知", description = "同一年度后登记的替换先登记的，都留存；没有办结的申请的期限随之变动并登记")
    public ResponseEntity<CalendarRecorded> enterCalendarNotice(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody NoticeBody body,
            Principal user) {
        organs.require(organ);
        return answer(calendars.enterNotice(
                organ,
                required("year", "年度", body.year()),
                required("noticeNumber", "通知文号", body.noticeNumber()),
                required("noticedOn", "通知日期", body.noticedOn()),
                Days.of(required("offDays", "放假的日期", body.offDays())),
                body.workedDays() == null ? Days.NONE : Days.of(body.workedDays()),
                user.getName(),
                keys.of(key, user.getName(), "calendar-notice", organ, body)));
    }

    @PostMapping("/changes")
    @Requires(Right.SET_UP)
    @Operation(summary = "更改一天", description = "突发情况下临时放假或者上班")
    public ResponseEntity<CalendarRecorded> changeCalendarDay(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ChangeBody body,
            Principal user) {
        organs.require(organ);
        return answer(calendars.changeDay(
                organ,
                required("day", "日期", body.day()),
                required("worked", "是否上班", body.worked()),
                required("noticeNumber", "通知文号", body.noticeNumber()),
                required("noticedOn", "通知日期", body.noticedOn()),
                body.reason(),
                user.getName(),
                keys.of(key, user.getName(), "calendar-change", organ, body)));
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    @Requires(Right.SET_UP)
    @Operation(
            operationId = "importCalendar",
            summary = "导入放假安排",
            description = "每行：日期,类别（放假或上班）,通知文号；每个年度成为一次通知。有一行读不出就全部不登记。dryRun=true 只检查")
    public ImportReply importCalendar(
            @PathVariable String organ,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate noticedOn,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] file,
            Principal user) {
        organs.require(organ);
        if (file.length > MOST_BYTES) {
            throw Problem.badRequest("file", "文件不应超过 1 MB");
        }
        return take(organ, new String(file, StandardCharsets.UTF_8), noticedOn, dryRun, key, user.getName());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Right.SET_UP)
    @Operation(
            operationId = "importCalendar",
            summary = "导入放假安排",
            description = "每行：日期,类别（放假或上班）,通知文号；每个年度成为一次通知。有一行读不出就全部不登记。dryRun=true 只检查")
    public ImportReply importCalendarForm(
            @PathVariable String organ,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate noticedOn,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestPart MultipartFile file,
            Principal user)
            throws IOException {
        return importCalendar(organ, noticedOn, dryRun, key, file.getBytes(), user);
    }

    ImportReply take(
            String organ, String text, LocalDate noticedOn, boolean dryRun, @Nullable String key, String user) {
        NoticeFile read = NoticeFile.read(text);
        List<Finding> findings = new ArrayList<>(read.faults());
        for (NoticeFile.Year year : read.years()) {
            findings.addAll(calendars
                    .judge(organ, year.year(), year.number(), noticedOn, year.off(), year.worked())
                    .findings());
        }
        if (findings.stream().anyMatch(Finding::faulty)) {
            throw new CommandRejected(findings);
        }
        int events = 0;
        if (!dryRun) {
            for (NoticeFile.Year year : read.years()) {
                events += calendars
                        .enterNotice(
                                organ,
                                year.year(),
                                year.number(),
                                noticedOn,
                                year.off(),
                                year.worked(),
                                user,
                                keys.of(
                                        key == null ? null : key + "/" + year.year(),
                                        user,
                                        "calendar-import",
                                        organ,
                                        year.toString(),
                                        noticedOn))
                        .events();
            }
        }
        return new ImportReply(
                dryRun, read.years().stream().map(NoticeFile.Year::year).toList(), events, FindingReply.of(findings));
    }

    @GetMapping("/export.csv")
    @Exports(ExportKind.CALENDAR)
    @Operation(summary = "导出放假安排，格式与导入相同")
    @ApiResponse(
            responseCode = "200",
            description = "放假安排",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<String> exportCalendar(@PathVariable String organ) {
        organs.require(organ);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(NoticeFile.write(known.of(organ)));
    }

    private static ResponseEntity<CalendarRecorded> answer(Recorded recorded) {
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new CalendarRecorded(
                        recorded.events(), FindingReply.of(recorded.findings()), recorded.receipt()));
    }

    private static <T> T required(String field, String label, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest(field, label + "必填");
        }
        return value;
    }
}
