package org.disclosureledger.application.readtrail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.access.AccessRow;
import org.disclosureledger.projections.access.ListedAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The read trail over HTTP. */
@RestController
@Requires(Right.AUDIT)
@Tag(name = "台账")
public class ReadingController {

    private final ReadingLists lists;
    private final SignIns signIns;

    ReadingController(ReadingLists lists, SignIns signIns) {
        this.lists = lists;
        this.signIns = signIns;
    }

    /** A reading, an export or a sign-in. */
    @Schema(name = "Reading", description = "一次查阅、导出或者登录")
    public record ReadingReply(
            @Schema(description = "在台账中的编号") long number,
            @Schema(description = "登记的时刻") Instant recordedAt,

            @Schema(description = "机关代码；不属于哪一个机关的为 all-organs")
            String organ,

            @Schema(description = "用户名；登录被拒绝而没有这个用户名的没有") @Nullable String account,

            @Schema(description = "read 查阅、export 导出、signIn 登录、refused 登录失败过多")
            String act,

            @Schema(description = "查阅的是什么页面，或者导出的是什么；程序的登录为 program") @Nullable String what,

            @Schema(description = "案件（导入）的标识") @Nullable String subject,
            @Schema(description = "案件的编号") @Nullable String caseNumber,
            @Schema(description = "导出的是哪一种台账") @Nullable String register,
            @Schema(description = "导出的报告的年度") @Nullable Integer year,
            @Schema(description = "是否含有申请人信息") boolean personal,
            @Schema(description = "登录的来源地址") @Nullable String place) {

        static ReadingReply of(ListedAccess listed, SignIns.Place place) {
            AccessRow row = listed.row();
            return new ReadingReply(
                    row.number(),
                    row.recordedAt(),
                    row.organ(),
                    row.account(),
                    row.act().id(),
                    row.what(),
                    row.subject(),
                    listed.caseNumber(),
                    row.register(),
                    row.year(),
                    row.personal(),
                    place.of(row.place()));
        }
    }

    /** A part of the trail. */
    @Schema(name = "Readings", description = "查阅记录的一段，最近的在前")
    public record ReadingsReply(
            List<ReadingReply> readings,

            @Schema(description = "下一段的 before；没有了就没有") @Nullable Long next) {}

    @GetMapping("/api/v1/ledger/readings")
    @Operation(
            summary = "查阅记录：谁在什么时候看过哪一件、导出过什么、登录过",
            description = "最近的在前，每段 100 条；条件之间是“并且”。按 subject 并且按 organ 查时，还列出含有申请人信息的该台账的导出。查看本记录不另外记录")
    public ReadingsReply listReadings(
            @Parameter(description = "机关代码；all-organs 为不属于哪一个机关的") @RequestParam(required = false) @Nullable String organ,
            @Parameter(description = "用户名") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "案件的标识，或者（连同 organ）案件的编号") @RequestParam(required = false) @Nullable String subject,
            @Parameter(description = "第一天（北京时间）")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @Parameter(description = "最后一天（北京时间）")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @Parameter(description = "只要编号小于它的") @RequestParam(required = false) @Nullable Long before) {
        ReadingLists.Found found = lists.found(ReadingQuestion.of(organ, account, subject, from, to, before));
        SignIns.Place place = signIns.places();
        return new ReadingsReply(
                found.rows().stream().map(r -> ReadingReply.of(r, place)).toList(), found.next());
    }
}
