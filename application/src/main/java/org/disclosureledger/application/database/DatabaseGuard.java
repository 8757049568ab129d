package org.disclosureledger.application.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks, before anything is served, whether the database keeps what it confirms and whether the service's role could
 * change what is recorded.
 */
@Component
@DependsOnDatabaseInitialization
public class DatabaseGuard implements InitializingBean {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final int OLDEST = 150_000;

    private final JdbcClient jdbc;

    public DatabaseGuard(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** @throws UnsafeDatabase when confirmed records could be lost, or recorded ones changed */
    @Override
    public void afterPropertiesSet() {
        version();
        MUST_BE_ON.forEach(this::durable);
        role();
        people();
    }

    private void version() {
        int version = Integer.parseInt(setting("server_version_num"));
        if (version < OLDEST) {
            throw new UnsafeDatabase(
                    "PostgreSQL 版本过旧：" + setting("server_version") + "，需要 15 或更高版本", "请升级 PostgreSQL，或不配置数据源而使用内置数据库");
        }
    }

    private void durable(String name) {
        if (setting(name).equals("off")) {
            throw new UnsafeDatabase(
                    "数据库设置 " + name + " = off：断电或崩溃会丢失已经确认登记的内容，服务不能在这样的数据库上启动",
                    "请由数据库管理员执行（改好后重新启动本服务）：\n    alter system set " + name + " = on;\n    select pg_reload_conf();\n"
                            + "如果是对角色或数据库单独设置的（alter role / alter database … set " + name + "），请用 reset 取消；"
                            + "连接串 options 里的设置请删除");
        }
    }

    private void role() {
        String role = jdbc.sql("select current_user").query(String.class).single();
        boolean could = jdbc.sql("""
                        select r.rolsuper
                            or has_table_privilege(current_user, 'ledger_event', 'UPDATE')
                            or has_table_privilege(current_user, 'ledger_event', 'DELETE')
                            or has_table_privilege(current_user, 'ledger_event', 'TRUNCATE')
                            or pg_has_role(current_user, c.relowner, 'MEMBER')
                        from pg_roles r, pg_class c
                        where r.rolname = current_user and c.oid = 'ledger_event'::regclass
                        """).query(Boolean.class).single();
        if (could) {
            throw new UnsafeDatabase(
                    "服务所用的数据库角色 " + role + " 能够修改或删除已登记的事件（它是超级用户、表的所有者，或被授予了相应权限）", """
                            请用两个角色：表的所有者只用来升级表结构，服务本身用另一个角色运行。由数据库管理员执行：
                                create role ledger_application login password '…';
                                grant connect, temporary on database <数据库> to ledger_application;
                            然后这样配置并重新启动：
                                SPRING_FLYWAY_USER=%1$s         SPRING_FLYWAY_PASSWORD=<%1$s 的密码>
                                SPRING_DATASOURCE_USERNAME=ledger_application  SPRING_DATASOURCE_PASSWORD=…
                            其余权限由服务启动时以所有者身份授予。""".formatted(role));
        }
    }

    private void people() {
        String people = jdbc.sql("select current_user").query(String.class).single() + LedgerPool.FOR_PEOPLE;
        boolean apart =
                jdbc.sql("""
                        select exists (
                            select from pg_roles r, pg_class c
                            where r.rolname = :people and c.oid = 'ledger_event'::regclass
                              and not r.rolsuper and not r.rolbypassrls
                              and pg_has_role(current_user, r.rolname, 'MEMBER')
                              and not pg_has_role(r.rolname, current_user, 'MEMBER')
                              and not pg_has_role(r.rolname, c.relowner, 'MEMBER')
                              and has_database_privilege(r.rolname, current_database(), 'TEMPORARY'))
                        and not exists (
                            select from pg_attribute a join pg_class c on c.oid = a.attrelid
                            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                              and a.attname = 'organ' and not a.attisdropped
                              and not (c.relrowsecurity
                                and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = :people)))
                        """).param("people", people).query(Boolean.class).single();
        if (!apart) {
            throw new UnsafeDatabase("数据库没有把各机关的数据隔开：服务替用户查询时使用的角色 " + people + " 不存在、权限过大，或者有的表没有行级权限", """
                            请由数据库管理员执行（服务启动时会以表的所有者身份授予其余权限，所有者有 createrole 权限的，这一步也会自动完成）：
                                create role %1$s nologin;
                                grant %1$s to %2$s;
                                grant temporary on database <数据库> to %1$s;
                            该角色不能是超级用户，不能有 bypassrls，也不能是其他角色的成员。执行后重新启动""".formatted(
                            people, people.substring(0, people.length() - LedgerPool.FOR_PEOPLE.length())));
        }
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
