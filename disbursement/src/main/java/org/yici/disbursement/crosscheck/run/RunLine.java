package org.yici.disbursement.crosscheck.run;

import java.util.List;
import java.util.UUID;
import org.yici.disbursement.crosscheck.report.Finding;

/** One household of a run, with what was found. */
public record RunLine(int position, UUID household, List<Finding> findings) {

    public RunLine {
        findings = List.copyOf(findings);
    }
}
