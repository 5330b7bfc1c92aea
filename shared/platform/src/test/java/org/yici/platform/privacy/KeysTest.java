package org.yici.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.platform.outcome.RefusedStart;

class KeysTest {
    private static final Cell PHONE = Cell.of("donations.donation", 7, "phone");

    @TempDir
    Path folder;

    @Test
    void a_value_comes_back_from_its_own_cell_and_from_no_other() throws Exception {
        FieldCipher cipher = KeyRing.fresh(true).cipher();
        byte[] sealed = cipher.encrypt("13800138000", PHONE);
        assertThat(cipher.decrypt(sealed, PHONE)).isEqualTo("13800138000");
        for (Cell other : List.of(
                Cell.of("donations.donation", 8, "phone"),
                Cell.of("donations.donation", 7, "name"),
                Cell.of("disbursement.member", 7, "phone"))) {
            assertThatThrownBy(() -> cipher.decrypt(sealed, other)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_same_value_twice_looks_different_and_shows_nothing_of_itself() throws Exception {
        FieldCipher cipher = KeyRing.fresh(true).cipher();
        byte[] sealed = cipher.encrypt("13800138000", PHONE);
        assertThat(sealed).isNotEqualTo(cipher.encrypt("13800138000", PHONE));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("138001");
    }

    @Test
    void a_changed_byte_is_noticed() throws Exception {
        FieldCipher cipher = KeyRing.fresh(true).cipher();
        byte[] sealed = cipher.encrypt("13800138000", PHONE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(changed, PHONE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void after_a_rotation_old_values_are_read_and_new_ones_need_the_new_key() throws Exception {
        KeyRing before = KeyRing.fresh(true);
        KeyRing after = KeyRing.parse(before.withNewFieldKey().toJson());
        byte[] old = before.cipher().encrypt("old", PHONE);
        assertThat(after.cipher().decrypt(old, PHONE)).isEqualTo("old");
        byte[] fresh = after.cipher().encrypt("new", PHONE);
        assertThat(after.cipher().decrypt(fresh, PHONE)).isEqualTo("new");
        assertThatThrownBy(() -> before.cipher().decrypt(fresh, PHONE)).isInstanceOf(IllegalStateException.class);
        assertThat(after.blindIndex().of("phone", "x"))
                .isEqualTo(before.blindIndex().of("phone", "x"));
    }

    @Test
    void an_index_is_the_same_for_the_same_value_and_unrelated_for_another_purpose_or_key() throws Exception {
        KeyRing ring = KeyRing.fresh(true);
        BlindIndex index = ring.blindIndex();
        assertThat(index.of(PhoneNumber.of("138 0013 8000")))
                .hasSize(32)
                .isEqualTo(index.of(PhoneNumber.of("+86 138-0013-8000")))
                .isNotEqualTo(index.of("identity-number", "13800138000"))
                .isNotEqualTo(KeyRing.fresh(true).blindIndex().of(PhoneNumber.of("13800138000")));
        assertThat(index.of("ab", "c")).isNotEqualTo(index.of("a", "bc"));
    }

    @Test
    void services_that_start_at_once_share_the_keys_that_one_of_them_made() throws Exception {
        Path file = folder.resolve("data/keys.json");
        Callable<String> start = () -> new KeyFile(file).ofDemo().toJson();
        var pool = Executors.newFixedThreadPool(8);
        Set<String> rings = new HashSet<>();
        for (var ring : pool.invokeAll(java.util.Collections.nCopies(16, start))) {
            rings.add(ring.get());
        }
        pool.shutdown();
        assertThat(rings).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void production_refuses_missing_keys_and_a_demos_keys_and_takes_its_own() {
        Path file = folder.resolve("keys.json");
        KeyFile keys = new KeyFile(file);
        assertThatThrownBy(keys::ofProduction).isInstanceOf(RefusedStart.class).hasMessageContaining("no key file");
        assertThat(Files.exists(file)).isFalse();
        assertThat(keys.ofDemo().demo()).isTrue();
        assertThatThrownBy(keys::ofProduction).isInstanceOf(RefusedStart.class).hasMessageContaining("demo");
        KeyFile own = new KeyFile(folder.resolve("own.json"));
        own.createForProduction();
        assertThat(own.ofProduction().demo()).isFalse();
    }

    @Test
    void a_damaged_key_file_is_one_clear_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), "{\"v\":1,\"fields\":");
        assertThatThrownBy(() -> new KeyFile(file).ofDemo())
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("cannot be read");
    }
}
