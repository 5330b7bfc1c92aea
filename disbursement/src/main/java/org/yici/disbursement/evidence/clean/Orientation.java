package org.yici.disbursement.evidence.clean;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How a camera was held (Exif tag 0x0112): the one thing that a photo says about its making that has to be heeded before it is
 * thrown away.
 *
 * @param value 1 to 8; 1 is upright
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int EXIF_WORD = 6;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 500;

    /** Of a JPEG; upright where it says nothing, or nonsense. */
    static Orientation of(byte[] jpeg) {
        return JpegSegments.exif(jpeg).flatMap(Orientation::read).orElse(UPRIGHT);
    }

    private static Optional<Orientation> read(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, EXIF_WORD, exif.length - EXIF_WORD)
                    .slice()
                    .order(exif[EXIF_WORD] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int at = directory + 2 + i * ENTRY_BYTES;
                if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                    int value = tiff.getShort(at + 8);
                    return value >= 1 && value <= 8 ? Optional.of(new Orientation(value)) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException nonsense) {
            return Optional.empty();
        }
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage held) {
        if (value == 1) {
            return held;
        }
        int width = held.getWidth();
        int height = held.getHeight();
        boolean lies = value >= 5;
        BufferedImage seen =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        draw(held, seen, turn(width, height));
        return seen;
    }

    /** {m00, m10, m01, m11, m02, m12}: where a point of the picture as it was held belongs. */
    private AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** The same points in the plainest form, whatever colours the file had. */
    static BufferedImage plain(BufferedImage seen, boolean seeThrough) {
        int type = seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (seen.getType() == type) {
            return seen;
        }
        BufferedImage plain = new BufferedImage(seen.getWidth(), seen.getHeight(), type);
        draw(seen, plain, new AffineTransform());
        return plain;
    }

    private static void draw(BufferedImage from, BufferedImage to, AffineTransform how) {
        Graphics2D pen = to.createGraphics();
        pen.drawImage(from, how, null);
        pen.dispose();
    }
}
