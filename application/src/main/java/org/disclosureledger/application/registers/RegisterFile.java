package org.disclosureledger.application.registers;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answered by a file: a workbook, or lines of text. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "台账文件",
        content = {
            @Content(mediaType = RegisterFile.XLSX, schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = RegisterFile.CSV, schema = @Schema(type = "string", format = "binary"))
        })
@interface RegisterFile {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Which of the two. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            schema =
                    @Schema(
                            allowableValues = {"xlsx", "csv"},
                            defaultValue = "xlsx"))
    @interface Format {}
}
