package org.yici.standalone.demo;

import java.util.List;

/** An invented household. Identity numbers have a right checksum and a division code that is not in use. */
record PlannedHousehold(
        String township, String village, String category, List<Member> members, String cardHolder, String cardNumber) {

    /** The first member is the head (户主). */
    record Member(String name, String identityNumber, String relation, String phone) {}
}
