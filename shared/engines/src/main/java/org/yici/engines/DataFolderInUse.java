package org.yici.engines;

import java.nio.file.Path;

/** Another Yici holds the lock of the data folder; two engines on the same files would destroy them. */
public final class DataFolderInUse extends EngineStartFailed {

    DataFolderInUse(Path folder, String holder) {
        super("Another Yici (process " + holder + ") is running on " + folder
                + ": stop it first, or choose another folder with YICI_DATA.");
    }
}
