package org.yici.benchmarks.side;

import java.io.IOException;
import java.util.List;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Side;

/** The same page from nginx, copied anew before each round. */
public final class NginxSide implements Side {

    private final Nginx nginx;
    private final String path;
    private final PageSide asked;

    public NginxSide(String name, Edition edition, Nginx nginx, String path, ChildJvm generator) {
        this.nginx = nginx;
        this.path = path;
        this.asked = new PageSide(name, edition, nginx.port(), List.of(path), generator);
    }

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public void run(int millis, Figures figures) throws IOException, InterruptedException {
        nginx.copy(path);
        asked.run(millis, figures);
    }
}
