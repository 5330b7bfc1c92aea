package org.yici.disbursement.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import tools.jackson.databind.JsonNode;

@DisplayName("Notes in the history of a case")
class NotesByRoleTest {

    private static final County county = County.shared();

    @Test
    @DisplayName("are read by those who handle cases, in JSON as on the page, and by no administrator")
    void byRole() {
        String id = county.filed("medical", 50_000);
        county.staff("reviewer")
                .post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "RETURN", "note", "李四说他儿子有车。"));
        String path = "/api/v1/applications/" + id;
        for (String handles : new String[] {"intake", "reviewer", "approver", "cashier", "auditor"}) {
            assertThat(county.staff(handles).get(path).text("/history/1/note"))
                    .as(handles)
                    .isEqualTo("李四说他儿子有车。");
        }
        JsonNode admins = county.staff("admin").get(path).json();
        assertThat(admins.at("/history/1/action").asString()).isEqualTo("return");
        assertThat(admins.toString()).doesNotContain("李四");
        assertThat(county.staff("admin").page("/staff/applications/" + id).body())
                .doesNotContain("李四");
    }

    @Test
    @DisplayName("why a household's details changed is read by the same people")
    void changes() {
        String id = county.filed("medical", 50_000);
        String household =
                county.staff("auditor").get("/api/v1/applications/" + id).text("/household");
        county.staff("intake")
                .post("/api/v1/households/" + household + "/changes", Map.of("township", "清河镇", "note", "儿媳李四接走了。"));
        String path = "/api/v1/households/" + household + "/changes";
        assertThat(county.staff("auditor").get(path).body()).contains("李四");
        assertThat(county.staff("admin").get(path).body()).contains("PLACE").doesNotContain("李四");
        assertThat(county.staff("admin").page("/staff/households/" + household).body())
                .doesNotContain("李四");
    }
}
