package org.disclosureledger.application.web;

import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Overtaken;
import org.disclosureledger.application.eventstore.OutcomeUnknown;
import org.disclosureledger.application.readtrail.NotRecorded;
import org.disclosureledger.application.security.FirstPassword;
import org.disclosureledger.domain.CommandRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong on a page is told on a page. It speaks for the pages alone; the API has its own answers. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
public class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @ExceptionHandler
    ModelAndView refused(Problem e) {
        ProblemDetail detail = e.detail();
        return page(
                HttpStatus.valueOf(detail.getStatus()),
                String.valueOf(detail.getTitle()),
                String.valueOf(detail.getDetail()));
    }

    /** Somebody else has made the password; its owner makes his own first. */
    @ExceptionHandler
    String firstPassword(FirstPassword e) {
        return "redirect:/password";
    }

    @ExceptionHandler
    ModelAndView rejected(CommandRejected e) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "不能登记", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ModelAndView overtaken(Overtaken e) {
        return page(HttpStatus.CONFLICT, "与其他操作冲突", "同一事项正被其他人登记，本次没有登记任何内容。请返回后重试。");
    }

    @ExceptionHandler
    ModelAndView notRecorded(NotRecorded e) {
        LOG.error("what was to be shown could not be recorded", e);
        return page(HttpStatus.SERVICE_UNAVAILABLE, "查阅不能记入台账，暂不显示", "个人信息和文件只有在查阅、导出记入台账以后才显示，现在不能记入。请稍后刷新本页。");
    }

    @ExceptionHandler
    ModelAndView unknown(OutcomeUnknown e) {
        LOG.warn("a commit was neither confirmed nor refused", e);
        return page(
                HttpStatus.SERVICE_UNAVAILABLE, "是否已经登记尚不确定", "提交时与数据库的连接中断，可能已经登记，也可能没有。请返回上一页，原样再提交一次；已经登记的不会重复。");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransactionException.class,
        UncategorizedDataAccessException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class
    })
    ModelAndView unavailable(Exception e) {
        LOG.warn("the database does not serve", e);
        return page(HttpStatus.SERVICE_UNAVAILABLE, "数据库暂时不可用", "本次没有登记任何内容，请稍后返回上一页重新提交。");
    }

    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, "没有找到这个页面", "网址中的“" + e.getValue() + "”无法识别，请检查网址是否完整。");
    }

    @ExceptionHandler
    ModelAndView incomplete(MissingServletRequestParameterException e) {
        return page(HttpStatus.BAD_REQUEST, "提交的内容不完整", "页面可能没有完全打开，请返回上一页，刷新后重新提交。");
    }

    @ExceptionHandler
    ModelAndView failed(Exception e) {
        String reference = UUID.randomUUID().toString();
        LOG.error("page failed, reference {}", reference, e);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "服务出现问题", "本次操作没有完成。请稍后重试；仍有问题时，请把错误编号告诉管理员：" + reference);
    }

    static ModelAndView page(HttpStatus status, String title, String sentence) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("problemTitle", title);
        page.addObject("sentence", sentence);
        return page;
    }
}
