package org.disclosureledger.application.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes which registers there are. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "requests 申请台账、remedies 复议诉讼台账、documents 规章和行政规范性文件台账、tallies 处理决定和收费",
        schema =
                @Schema(
                        allowableValues = {"requests", "remedies", "documents", "tallies"},
                        example = "requests"))
public @interface RegisterId {}
