package org.disclosureledger.application.people;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.security.Accounts;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.security.WithFirstPassword;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.projections.people.RoleRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and roles over HTTP. */
@RestController
@Requires(Right.SEE_ACCOUNTS)
@RequestMapping("/api/v1")
@Tag(name = "账号和岗位")
public class AccountController {

    private final People people;
    private final Accounts accounts;
    private final IdempotencyKeys keys;

    AccountController(People people, Accounts accounts, IdempotencyKeys keys) {
        this.people = people;
        this.accounts = accounts;
        this.keys = keys;
    }

    /** An account to be opened. */
    @Schema(name = "NewAccount", description = "要开设的账号", example = """
            {"login":"wang.min","name":"王敏","organ":"410308-cg"}""")
    public record AccountBody(
            @Schema(description = "用户名：小写字母开头，2 至 32 个小写字母、数字、点、连字符或下划线", requiredMode = REQUIRED) @Nullable String login,

            @Schema(description = "姓名；供其他系统使用的，写系统名称", requiredMode = REQUIRED) @Nullable String name,

            @Schema(description = "所在机关的代码", requiredMode = REQUIRED) @Nullable String organ,

            @Schema(description = "是否供其他系统使用") @Nullable Boolean service) {}

    /** Why something is done. */
    @Schema(name = "AccountReason", description = "理由", example = """
            {"reason":"调离"}""")
    public record ReasonBody(
            @Schema(description = "理由，不超过 200 个字", requiredMode = REQUIRED) @Nullable String reason) {}

    /** Whom the provider of identities knows. */
    @Schema(name = "OutsideIdentity", description = "统一身份认证中的用户", example = """
            {"subject":"8d5c1f0e"}""")
    public record IdentityBody(
            @Schema(description = "统一身份认证中的用户标识（sub）；台账只保存带密钥的摘要", requiredMode = REQUIRED) @Nullable String subject) {}

    /** A change of one's own password. */
    @Schema(name = "PasswordChange", description = "更改密码")
    public record PasswordBody(
            @Schema(description = "现在的密码", requiredMode = REQUIRED) @Nullable String old,

            @Schema(description = "新密码，12 至 128 个字符", requiredMode = REQUIRED) @Nullable String fresh) {}

    /** A role in an organ. */
    @Schema(name = "HeldRole", description = "在一个机关担任的岗位")
    public record RoleReply(
            @Schema(description = "机关代码") String organ,
            @Schema(description = "岗位") Role role,
            @Schema(description = "岗位名称") String label) {

        static RoleReply of(RoleRow row) {
            return new RoleReply(row.organ(), row.role(), row.role().label());
        }
    }

    /** An account. */
    @Schema(name = "Account", description = "账号")
    public record AccountReply(
            @Schema(description = "用户名") String login,
            @Schema(description = "姓名") String name,
            @Schema(description = "所在机关的代码") String organ,
            @Schema(description = "是否供其他系统使用") boolean service,
            @Schema(description = "是否已停用") boolean suspended,
            @Schema(description = "是否绑定了统一身份") boolean linked,
            @Schema(description = "岗位") List<RoleReply> roles) {

        static AccountReply of(People.Person person) {
            return new AccountReply(
                    person.account().login(),
                    person.name(),
                    person.account().organ(),
                    person.account().service(),
                    person.account().suspended(),
                    person.account().identity() != null,
                    person.roles().stream().map(RoleReply::of).toList());
        }
    }

    /** A password that its owner has to change at the first sign-in. */
    @Schema(name = "FirstPassword", description = "首次密码，只在这里给出一次；账号的主人首次登录时须更改")
    public record PasswordReply(
            @Schema(description = "用户名") String login,

            @Schema(description = "首次密码；主人已经更改过的为空") @Nullable String firstPassword) {}

    @GetMapping("/accounts")
    @Operation(summary = "全部账号", description = "内置的四个账号不在其中")
    public List<AccountReply> listAccounts() {
        return people.all().stream().map(AccountReply::of).toList();
    }

    @GetMapping("/accounts/{login}")
    @Operation(summary = "一个账号")
    public AccountReply openAccount(@PathVariable String login) {
        return AccountReply.of(people.require(login));
    }

    @PostMapping("/accounts")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "开设账号", description = "由系统管理员；岗位另由安全管理员授予")
    @ApiResponse(responseCode = "201", description = "已开设", useReturnTypeSchema = true)
    public ResponseEntity<PasswordReply> makeAccount(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBody body,
            Principal user) {
        String login = required("login", body.login());
        People.OpenedAccount opened = people.open(
                required("organ", body.organ()),
                login,
                required("name", body.name()),
                Boolean.TRUE.equals(body.service()),
                user.getName(),
                keys.of(key, user.getName(), "open-account", body));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + login))
                .body(new PasswordReply(login, opened.firstPassword()));
    }

    @PostMapping("/accounts/{login}/first-password")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "重发首次密码", description = "原来的密码随即失效")
    public PasswordReply issueFirstPassword(@PathVariable String login, Principal user) {
        return new PasswordReply(login, people.issuePassword(login, user.getName()));
    }

    @PostMapping("/accounts/{login}/suspension")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "停用账号", description = "已登录的随即不能再用")
    public AccountReply suspendAccount(
            @PathVariable String login,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReasonBody body,
            Principal user) {
        people.suspend(
                login,
                required("reason", body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "suspend", login, body));
        return AccountReply.of(people.require(login));
    }

    @DeleteMapping("/accounts/{login}/suspension")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "恢复账号")
    public AccountReply resumeAccount(
            @PathVariable String login,
            @RequestParam String reason,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        people.resume(login, reason, user.getName(), keys.of(key, user.getName(), "resume", login, reason));
        return AccountReply.of(people.require(login));
    }

    @PutMapping("/accounts/{login}/identity")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "绑定统一身份", description = "由系统管理员，在授予岗位以前；此后本人可以用统一身份认证登录")
    public AccountReply linkIdentity(
            @PathVariable String login,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody IdentityBody body,
            Principal user) {
        people.link(
                login,
                required("subject", body.subject()),
                user.getName(),
                keys.of(key, user.getName(), "link", login, body));
        return AccountReply.of(people.require(login));
    }

    @DeleteMapping("/accounts/{login}/identity")
    @Requires(Right.KEEP_ACCOUNTS)
    @Operation(summary = "解除统一身份", description = "已登录的随即退出")
    public AccountReply unlinkIdentity(
            @PathVariable String login,
            @RequestParam String reason,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        people.unlink(login, reason, user.getName(), keys.of(key, user.getName(), "unlink", login, reason));
        return AccountReply.of(people.require(login));
    }

    @PutMapping("/accounts/{login}/roles/{roleOrgan}/{role}")
    @Requires(Right.EMPOWER)
    @Operation(summary = "授予岗位", description = "由安全管理员；业务、系统管理、安全管理、审计管理四类岗位不能由同一账号担任")
    public AccountReply grantRole(
            @PathVariable String login,
            @PathVariable String roleOrgan,
            @PathVariable String role,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        people.grant(
                login,
                roleOrgan,
                role(role),
                user.getName(),
                keys.of(key, user.getName(), "grant", login, roleOrgan, role));
        return AccountReply.of(people.require(login));
    }

    @DeleteMapping("/accounts/{login}/roles/{roleOrgan}/{role}")
    @Requires(Right.EMPOWER)
    @Operation(summary = "收回岗位")
    public AccountReply withdrawRole(
            @PathVariable String login,
            @PathVariable String roleOrgan,
            @PathVariable String role,
            @RequestParam String reason,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        people.withdraw(
                login,
                roleOrgan,
                role(role),
                reason,
                user.getName(),
                keys.of(key, user.getName(), "withdraw", login, roleOrgan, role, reason));
        return AccountReply.of(people.require(login));
    }

    @PutMapping("/password")
    @Requires(Right.COME_IN)
    @WithFirstPassword
    @Operation(summary = "更改自己的密码")
    @ApiResponse(responseCode = "204", description = "已更改")
    public ResponseEntity<Void> changePassword(@RequestBody PasswordBody body, Principal user) {
        accounts.change(user.getName(), required("old", body.old()), required("fresh", body.fresh()), "")
                .ifPresent(o -> {
                    throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "password",
                            "没有更改密码",
                            o.sentence(),
                            Map.of("field", o.field()));
                });
        return ResponseEntity.noContent().build();
    }

    private static Role role(String id) {
        return Coded.find(Role.class, id).orElseThrow(() -> Problem.badRequest("role", "没有这个岗位"));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.badRequest(field, "“" + field + "”必填");
        }
        return value;
    }
}
