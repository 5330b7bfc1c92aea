package org.yici.disbursement.evidence.clean;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.yici.disbursement.evidence.EvidenceReason;
import org.yici.platform.outcome.Outcome;

/** A picture decoded to its points, turned the way it was held, and written anew: camera, place and hidden parts are gone. */
final class CleanPicture {

    /** Of the largest phones; beyond it a few bytes would unpack to more memory than there is. */
    static final long MOST_POINTS = 52_000_000;

    /** What is kept: a page of paper is read well in it. Larger ones are made smaller while they are read. */
    static final long KEPT_POINTS = 12_000_000;

    private static final int MOST_SIDE = 20_000;
    private static final float QUALITY = 0.88f;

    private CleanPicture() {}

    static Outcome<byte[]> of(Sort sort, byte[] sent) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(sort.name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            if (isTooLarge(reader.getWidth(0), reader.getHeight(0))) {
                return Outcome.refused(EvidenceReason.BOMB);
            }
            BufferedImage seen = decode(reader);
            return Outcome.done(
                    encode(sort, sort == Sort.JPEG ? Orientation.of(sent).upright(seen) : seen));
        } catch (IOException | RuntimeException unreadable) {
            // Decoders of foreign bytes raise what they like; none of their words reach a log.
            return Outcome.refused(EvidenceReason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isTooLarge(int width, int height) {
        return (long) width * height > MOST_POINTS || width > MOST_SIDE || height > MOST_SIDE;
    }

    /** @throws IOException also where only a part can be read: half a page is no paper */
    private static BufferedImage decode(ImageReader reader) throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, words) -> {
            if (words.toLowerCase(Locale.ROOT).contains("premature")) {
                cut.set(true);
            }
        });
        ImageReadParam how = reader.getDefaultReadParam();
        int step = step((long) reader.getWidth(0) * reader.getHeight(0));
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage seen = reader.read(0, how);
        if (cut.get()) {
            throw new IOException("cut off");
        }
        return seen;
    }

    private static int step(long points) {
        int step = 1;
        while (points / ((long) step * step) > KEPT_POINTS) {
            step++;
        }
        return step;
    }

    private static byte[] encode(Sort sort, BufferedImage seen) throws IOException {
        BufferedImage plain =
                Orientation.plain(seen, sort == Sort.PNG && seen.getColorModel().hasAlpha());
        ImageWriter writer = ImageIO.getImageWritersByFormatName(sort.name()).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (sort == Sort.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(plain, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
