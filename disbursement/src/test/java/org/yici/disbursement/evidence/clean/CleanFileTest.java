package org.yici.disbursement.evidence.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.evidence.EvidenceReason;
import org.yici.disbursement.evidence.SomePapers;
import org.yici.platform.outcome.Refusal;

/** What becomes of a file that a stranger sends. */
class CleanFileTest {

    private static CleanFile clean(byte[] sent) {
        return CleanFile.of(sent).fold(file -> file, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    private static Object whyNot(byte[] sent) {
        return CleanFile.of(sent).<Object>fold(file -> file, Refusal::reason);
    }

    private static boolean says(byte[] file, String words) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(words);
    }

    @Test
    @DisplayName("a photo keeps what is seen, turned the way it was held, and nothing of camera and place")
    void photoStripped() throws IOException {
        byte[] sent = SomePapers.photo(6);
        assertThat(says(sent, SomePapers.PLACE)).isTrue();
        CleanFile file = clean(sent);
        assertThat(file.sort()).isEqualTo(Sort.JPEG);
        assertThat(says(file.bytes(), "Exif")).isFalse();
        assertThat(says(file.bytes(), SomePapers.PLACE)).isFalse();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(seen.getWidth()).isEqualTo(40);
        assertThat(seen.getHeight()).isEqualTo(80);
        assertThat(new Color(seen.getRGB(20, 10)).getRed())
                .as("what was left is above")
                .isGreaterThan(200);
        assertThat(new Color(seen.getRGB(20, 70)).getBlue()).isGreaterThan(200);
        assertThat(file.hash()).isEqualTo(CleanFile.sha256(file.bytes())).hasSize(32);
    }

    @Test
    @DisplayName("each of the eight ways to hold a camera leads to the same upright picture or its mirror image")
    void orientations() {
        BufferedImage held = SomePapers.twoHalves(8, 4);
        for (int value = 1; value <= 8; value++) {
            BufferedImage seen = new Orientation(value).upright(held);
            boolean lies = value >= 5;
            assertThat(seen.getWidth()).isEqualTo(lies ? 4 : 8);
            boolean redFirst = value == 1 || value == 4 || value == 5 || value == 6;
            assertThat(new Color(seen.getRGB(0, 0))).as("way " + value).isEqualTo(redFirst ? Color.RED : Color.BLUE);
            assertThat(new Color(seen.getRGB(seen.getWidth() - 1, seen.getHeight() - 1)))
                    .isEqualTo(redFirst ? Color.BLUE : Color.RED);
        }
    }

    @Test
    @DisplayName("a PNG is written anew, without what was hung on its end")
    void png() {
        byte[] sent = SomePapers.picture("png", 30, 30);
        byte[] more = Arrays.copyOf(sent, sent.length + 400);
        System.arraycopy("PK\3\4 hidden archive".getBytes(StandardCharsets.US_ASCII), 0, more, sent.length, 19);
        assertThat(says(clean(more).bytes(), "PK\3\4")).isFalse();
    }

    @Test
    @DisplayName("a program, a page and an archive are no papers, whatever they are called")
    void noPapers() {
        assertThat(whyNot("MZ\220\0\3\0\0\0 This program".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(EvidenceReason.NOT_A_PAPER);
        assertThat(whyNot("<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(EvidenceReason.NOT_A_PAPER);
        assertThat(whyNot("PK\3\4".getBytes(StandardCharsets.US_ASCII))).isEqualTo(EvidenceReason.NOT_A_PAPER);
        assertThat(whyNot(new byte[0])).isEqualTo(EvidenceReason.NOT_A_PAPER);
        assertThat(whyNot(" %PDF-1.4".getBytes(StandardCharsets.US_ASCII))).isEqualTo(EvidenceReason.NOT_A_PAPER);
    }

    @Test
    @DisplayName("a photo that is a page as well is refused")
    void polyglot() {
        byte[] sent = SomePapers.picture("jpg", 30, 30);
        byte[] page = "<HTML><body onload=x>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(sent, sent.length + page.length);
        System.arraycopy(page, 0, both, sent.length, page.length);
        assertThat(whyNot(both)).isEqualTo(EvidenceReason.DISGUISED);
    }

    @Test
    @DisplayName("what begins like a photo and cannot be read to its end is no paper")
    void cutOff() {
        byte[] jpeg = SomePapers.picture("jpg", 400, 300);
        assertThat(whyNot(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(EvidenceReason.DAMAGED);
        byte[] png = SomePapers.picture("png", 400, 300);
        assertThat(whyNot(Arrays.copyOf(png, png.length / 2))).isEqualTo(EvidenceReason.DAMAGED);
        assertThat(whyNot("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(EvidenceReason.DAMAGED);
    }

    @Test
    @DisplayName("a few bytes that would unpack to a picture larger than memory are refused before they are unpacked")
    void pixelBomb() {
        byte[] png = SomePapers.picture("png", 30, 30);
        for (int at : new int[] {16, 20}) {
            png[at] = 0;
            png[at + 1] = 0;
            png[at + 2] = (byte) 0xC3;
            png[at + 3] = 0x50;
        }
        assertThat(whyNot(png)).isIn(EvidenceReason.BOMB, EvidenceReason.DAMAGED);
        assertThat(whyNot(SomePapers.picture("png", 21_000, 10))).isEqualTo(EvidenceReason.BOMB);
    }

    @Test
    @DisplayName("a large photo is kept as large as paper needs to be read")
    void large() throws IOException {
        CleanFile file = clean(SomePapers.picture("jpg", 6_000, 4_000));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat((long) seen.getWidth() * seen.getHeight()).isLessThanOrEqualTo(CleanPicture.KEPT_POINTS);
        assertThat(seen.getWidth()).isEqualTo(3_000);
    }

    @Test
    @DisplayName("a PDF keeps its pages, and nothing of its author, attachments, links and of the camera of its photos")
    void pdfStripped() throws IOException {
        byte[] sent = SomePapers.pdf(CleanFileTest::talkative);
        assertThat(says(sent, SomePapers.PLACE)).isTrue();
        CleanFile file = clean(sent);
        assertThat(says(file.bytes(), SomePapers.PLACE)).isFalse();
        assertThat(says(file.bytes(), "secret-attachment")).isFalse();
        assertThat(says(file.bytes(), "example.org")).isFalse();
        assertThat(says(file.bytes(), "xmpmeta")).isFalse();
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            COSName photo = document.getPage(0)
                    .getResources()
                    .getXObjectNames()
                    .iterator()
                    .next();
            assertThat(document.getPage(0).getResources().isImageXObject(photo)).isTrue();
        }
    }

    private static void talkative(PDDocument document) {
        try {
            PDEmbeddedFile attached = new PDEmbeddedFile(
                    document, new ByteArrayInputStream("secret-attachment".getBytes(StandardCharsets.US_ASCII)));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("secret-attachment.txt");
            specification.setEmbeddedFile(attached);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("secret-attachment", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            PDMetadata metadata = new PDMetadata(
                    document, new ByteArrayInputStream("<x:xmpmeta>".getBytes(StandardCharsets.US_ASCII)));
            document.getDocumentCatalog().setMetadata(metadata);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI action = new PDActionURI();
            action.setURI("https://example.org/");
            link.setAction(action);
            document.getPage(0).getAnnotations().add(link);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("a PDF that would run something is refused, wherever that hides")
    void pdfRuns() {
        assertThat(whyNot(SomePapers.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
                .isEqualTo(EvidenceReason.RUNS_SOMETHING);
        assertThat(whyNot(SomePapers.pdf(document -> {
                    PDAnnotationLink link = new PDAnnotationLink();
                    link.getCOSObject().setItem(COSName.A, new PDActionJavaScript("x()").getCOSObject());
                    document.getPage(0).setAnnotations(java.util.List.of(link));
                })))
                .isEqualTo(EvidenceReason.RUNS_SOMETHING);
    }

    @Test
    @DisplayName("a PDF with a password is refused, one whose password is empty as well")
    void pdfLocked() {
        for (String password : new String[] {"secret", ""}) {
            assertThat(whyNot(SomePapers.pdf(document -> {
                        try {
                            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })))
                    .isEqualTo(EvidenceReason.LOCKED);
        }
    }

    @Test
    @DisplayName("a PDF with more pages than anybody reads is refused")
    void pdfPages() {
        assertThat(whyNot(SomePapers.pdf(document -> {
                    for (int i = 0; i < CleanPdf.MOST_PAGES; i++) {
                        document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
                    }
                })))
                .isEqualTo(EvidenceReason.TOO_MANY_PAGES);
    }

    @Test
    @DisplayName("a PDF that unpacks to more than memory holds is refused before a reader is let at it")
    void pdfBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream zeros = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zeros.write(block);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.5\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.size()
                        + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(whyNot(pdf.toByteArray())).isEqualTo(EvidenceReason.BOMB);
        assertThat(whyNot("%PDF-1.5\n1 0 obj\n<</Filter /#4CZWDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(EvidenceReason.BOMB);
        assertThat(whyNot("%PDF-1.5\n1 0 obj\n<</Filter [/FlateDecode /FlateDecode]>>\nstream\n"
                        .getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(EvidenceReason.BOMB);
    }

    @Test
    @DisplayName("the photos inside a PDF stay to the byte what they were, without the camera's words")
    void photosInside() throws IOException {
        byte[] photo = SomePapers.photo(1);
        byte[] plain = JpegSegments.withoutWords(photo);
        assertThat(says(plain, SomePapers.PLACE)).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(plain)).getRGB(5, 5))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(photo)).getRGB(5, 5));
        try (InputStream once = new ByteArrayInputStream(JpegSegments.withoutWords(plain))) {
            assertThat(once.readAllBytes()).isEqualTo(plain);
        }
    }
}
