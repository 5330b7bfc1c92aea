package org.yici.disbursement.notice.board;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.Page;
import org.yici.disbursement.Typed;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.QrCode;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The boards that something hangs on, and the sheet for each. */
@Controller
final class BoardSheets {

    private final OpenBoards boards;
    private final Sender sender;
    private final String objections;

    BoardSheets(
            OpenBoards boards,
            @Value("${yici.organisation.name}") String name,
            @Value("${yici.organisation.address}") String address,
            @Value("${yici.organisation.phone}") String phone,
            @Value("${yici.public-url}") String publicUrl) {
        this.boards = boards;
        this.sender = new Sender(name, address, phone);
        this.objections = publicUrl + "/notices";
    }

    /** @param name empty: the pages' own name of the organisation */
    record Sender(String name, String address, String phone) {}

    @GetMapping("/staff/boards")
    Mono<Rendering> all(StaffMember reader) {
        return boards.all(reader).map(RefusedException::orProblem).map(found -> Page.view("disbursement/boards")
                .with("here", "work")
                .with("boards", found)
                .with("fewest", VillageBoards.FEWEST_HOUSEHOLDS)
                .build());
    }

    @GetMapping("/staff/boards/sheet")
    Mono<Rendering> sheet(
            StaffMember reader,
            @RequestParam String township,
            @RequestParam(required = false) @Nullable String village) {
        return boards.one(reader, township, Typed.orNull(village))
                .map(RefusedException::orProblem)
                .map(board -> Page.view("disbursement/board-sheet")
                        .with("here", "work")
                        .with("board", board)
                        .with("sender", sender)
                        .with("address", objections)
                        .with("qr", QrCode.of(objections))
                        .build());
    }
}
