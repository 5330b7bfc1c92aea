package org.yici.donations.campaign.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yici.donations.campaign.Place;
import org.yici.platform.web.QrCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The QR codes of posters: the campaign page's full address, with the place where the poster hangs. */
@RestController
final class QrImages {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final CampaignAddresses campaigns;
    private final Scheduler drawing;
    private final String publicUrl;

    QrImages(CampaignAddresses campaigns, Scheduler drawingScheduler, @Value("${yici.public-url}") String publicUrl) {
        this.campaigns = campaigns;
        this.drawing = drawingScheduler;
        this.publicUrl = publicUrl;
    }

    @GetMapping(path = "/qr/{code}.svg")
    Mono<ResponseEntity<byte[]>> svg(
            @PathVariable String code, @RequestParam(name = "p", required = false) @Nullable String place) {
        return image(
                code, place, MediaType.valueOf("image/svg+xml"), qr -> qr.svg().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/qr/{code}.png")
    Mono<ResponseEntity<byte[]>> png(
            @PathVariable String code, @RequestParam(name = "p", required = false) @Nullable String place) {
        return image(code, place, MediaType.IMAGE_PNG, QrCode::png);
    }

    private Mono<ResponseEntity<byte[]>> image(
            String code, @Nullable String place, MediaType type, Function<QrCode, byte[]> draw) {
        if (place != null && Place.parse(place).isEmpty()) {
            return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST, "place"));
        }
        return campaigns
                .ofAddress(code)
                .map(campaign -> publicUrl + "/c/" + campaign.code() + (place == null ? "" : "?p=" + place))
                .publishOn(drawing)
                .map(address -> draw.apply(QrCode.of(address)))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(A_DAY)
                        .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                        .body(bytes));
    }
}
