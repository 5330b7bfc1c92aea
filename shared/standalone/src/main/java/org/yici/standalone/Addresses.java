package org.yici.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;

/**
 * One origin, three owners: which service answers which address. {@code deploy/nginx.conf} says the same for the split
 * edition, and a test compares the two. Addresses are compared by parsed segments, longest first, so that
 * {@code /campaigns-x} is not below {@code /campaigns}; {@code *} stands for any one segment. What nobody claims is
 * public-site's.
 */
final class Addresses {

    private static final List<Claim> CLAIMS = longestFirst(List.of(
            new Claims(
                    Service.DONATIONS,
                    "/c",
                    "/give",
                    "/pay",
                    "/receipts",
                    "/qr",
                    "/callbacks",
                    "/api/v1/campaigns",
                    "/api/v1/donations",
                    "/api/v1/pledges",
                    "/api/v1/receipts",
                    "/staff/campaigns",
                    "/staff/donations",
                    "/staff/payments"),
            new Claims(
                    Service.DISBURSEMENT,
                    "/apply",
                    "/staff",
                    "/sandbox/clock",
                    "/api/v1/staff",
                    "/api/v1/households",
                    "/api/v1/crosschecks",
                    "/api/v1/programmes",
                    "/api/v1/applications",
                    "/api/v1/awards",
                    "/api/v1/payouts",
                    "/notices/*/objections",
                    "/api/v1/notices/*/objections")));

    /** By their first segment, which is never a {@code *}. */
    private static final Map<String, List<Claim>> BY_FIRST =
            CLAIMS.stream().collect(Collectors.groupingBy(claim -> claim.segments.get(0)));

    private Addresses() {}

    /** The owner of an address, read the same way as the service itself will read it. */
    static Service ownerOf(PathContainer path) {
        return ownerOf(segments(path));
    }

    static Service ownerOf(List<String> segments) {
        if (segments.isEmpty()) {
            return Service.SITE;
        }
        for (Claim claim : BY_FIRST.getOrDefault(segments.get(0), List.of())) {
            if (claim.covers(segments)) {
                return claim.service;
            }
        }
        return Service.SITE;
    }

    static Service ownerOf(String path) {
        return ownerOf(PathContainer.parsePath(path));
    }

    /** Decoded segments without path parameters; empty ones (a doubled slash) are passed over. */
    static List<String> segments(PathContainer path) {
        List<String> segments = new ArrayList<>();
        for (PathContainer.Element element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment
                    && !segment.valueToMatch().isEmpty()) {
                segments.add(segment.valueToMatch());
            }
        }
        return segments;
    }

    /** Every claimed prefix with its owner, longest first: for the test that reads nginx.conf. */
    static List<Claim> claims() {
        return CLAIMS;
    }

    private static List<Claim> longestFirst(List<Claims> claims) {
        return claims.stream()
                .flatMap(some -> some.prefixes.stream().map(prefix -> Claim.of(some.service, prefix)))
                .sorted(Comparator.comparing(claim -> -claim.segments.size()))
                .toList();
    }

    private record Claims(Service service, List<String> prefixes) {
        Claims(Service service, String... prefixes) {
            this(service, List.of(prefixes));
        }
    }

    record Claim(Service service, List<String> segments) {

        static Claim of(Service service, String prefix) {
            return new Claim(service, Addresses.segments(PathContainer.parsePath(prefix)));
        }

        boolean covers(List<String> path) {
            if (path.size() < segments.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
