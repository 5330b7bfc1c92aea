package org.yici.engines;

/** PostgreSQL or Kafka could not be started; the message is one sentence that tells the operator what to do. */
public class EngineStartFailed extends RuntimeException {

    public EngineStartFailed(String sentence) {
        super(sentence);
    }

    public EngineStartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
