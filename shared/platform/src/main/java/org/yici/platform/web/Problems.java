package org.yici.platform.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;

/** Says no in the reader's language. Anything it does not know is a defect: 500, with nothing of it shown. */
@Component
public final class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    public Problem of(Refusal refusal, Locale locale) {
        Reason reason = refusal.reason();
        String detail = text(reason.messageKey(), refusal.arguments(), locale);
        List<Problem.Field> errors =
                reason.field().isEmpty() ? List.of() : List.of(new Problem.Field(reason.field(), detail));
        return Problem.of(reason.status(), reason.word(), title(reason.status(), locale), detail, errors);
    }

    public Problem of(Throwable error, Locale locale) {
        if (error instanceof RefusedException refused) {
            return of(refused.refusal(), locale);
        }
        if (error instanceof InvalidInput invalid) {
            return ofFields(invalid.errors(), locale);
        }
        HttpStatus status = statusOf(error);
        String reason = "status-" + status.value();
        return of(status.value(), reason, text("problem." + status.value(), List.of(), locale), locale);
    }

    public Problem ofFields(List<FieldError> errors, Locale locale) {
        List<Problem.Field> fields = errors.stream()
                .map(e -> new Problem.Field(e.field(), text(e.messageKey(), e.arguments(), locale)))
                .toList();
        return Problem.of(422, "input", title(422, locale), text("problem.422", List.of(), locale), fields);
    }

    private Problem of(int status, String reason, String detail, Locale locale) {
        return Problem.of(status, reason, title(status, locale), detail, List.of());
    }

    private String title(int status, Locale locale) {
        return text("problem.title." + status, List.of(), locale);
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        List<Object> words = arguments.stream().map(Figures.in(locale)::words).toList();
        String plain = messages.getMessage(key, words.toArray(), key, locale);
        return plain == null ? key : plain;
    }

    private static HttpStatus statusOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return HttpStatus.CONTENT_TOO_LARGE;
            }
            if (cause instanceof TransientDataAccessException || cause instanceof DataAccessResourceFailureException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        if (error instanceof ServerWebInputException || error instanceof DecodingException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (error instanceof ResponseStatusException known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null ? HttpStatus.BAD_REQUEST : status;
        }
        return error instanceof org.springframework.web.ErrorResponse response
                ? HttpStatus.valueOf(response.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
