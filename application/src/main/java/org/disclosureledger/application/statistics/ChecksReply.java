package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What was checked. */
@Schema(description = "校验的结果")
public record ChecksReply(List<TableCheckReply> checks) {}
