package org.yici.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with its visitor. */
final class Wire {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Visitor visitor;
    private final Response response = new Response();
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long sentAt;

    private Wire(SocketChannel channel, Selector selector, Visitor visitor) throws IOException {
        this.channel = channel;
        this.visitor = visitor;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static Wire open(InetSocketAddress address, Selector selector, Visitor visitor) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Wire(channel, selector, visitor);
    }

    /** Sends the visitor's next request. @return whether there was one */
    boolean send() throws IOException {
        ByteBuffer next = visitor.next();
        if (next == null) {
            channel.close();
            return false;
        }
        response.clear();
        out = next;
        sentAt = System.nanoTime();
        write();
        return true;
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Does what the channel is ready for. @return whether this visitor goes on */
    boolean move(ByteBuffer in) {
        try {
            if (out.hasRemaining()) {
                write();
                return true;
            }
            in.clear();
            if (channel.read(in) < 0) {
                throw new IOException("the server hung up");
            }
            if (!response.take(in.flip())) {
                return true;
            }
            visitor.answered(response, System.nanoTime() - sentAt);
            return send();
        } catch (IOException broken) {
            drop(broken.toString());
            return false;
        }
    }

    void drop(String why) {
        visitor.lost(why);
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            visitor.lost(gone.toString());
        }
    }
}
