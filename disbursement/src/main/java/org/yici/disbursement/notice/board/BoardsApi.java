package org.yici.disbursement.notice.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Typed;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** What hangs on the boards, for programs of the charity; the public list names townships only. */
@RestController
final class BoardsApi {

    private final OpenBoards boards;

    BoardsApi(OpenBoards boards) {
        this.boards = boards;
    }

    record Boards(List<Place> items) {}

    record Place(String township, @Nullable String village, int notices) {}

    @GetMapping("/api/v1/applications/boards")
    Mono<ResponseEntity<Boards>> all(StaffMember reader) {
        return Answers.ok(boards.all(reader)
                .map(outcome -> outcome.map(found -> new Boards(found.stream()
                        .map(board -> new Place(
                                board.township(), board.village(), board.lines().size()))
                        .toList()))));
    }

    @GetMapping("/api/v1/applications/boards/sheet")
    Mono<ResponseEntity<VillageBoard>> one(
            StaffMember reader,
            @RequestParam String township,
            @RequestParam(required = false) @Nullable String village) {
        return Answers.ok(boards.one(reader, township, Typed.orNull(village)));
    }
}
