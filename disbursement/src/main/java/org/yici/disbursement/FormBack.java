package org.yici.disbursement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.web.Problem;

/**
 * A form as it comes back to its reader: what was typed stays, each refused field has its sentence beside it and a link
 * to it on top; {@code disbursement/form.html} draws that. On a page of many forms only the one that was sent knows
 * anything: each asks by its name, which its fields' ids carry too. A form's fields are named as programs name them.
 *
 * @param form its name; empty for a page's only form
 * @param typed by field; empty where nothing was sent
 */
public record FormBack(
        String form, Map<String, String> typed, @Nullable Problem problem) {

    private static final String INPUT = "input";

    /** A refused field: its name for the label, its sentence, and the id to go to, where the form shows that field. */
    public record Flaw(
            String field, String message, @Nullable String id) {

        /** What the field is, wherever it stands: {@code members[0].phone} is a {@code phone}. */
        public String word() {
            return field.substring(field.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
        }
    }

    /** A page that nobody has filled in yet. */
    public static FormBack fresh() {
        return of(Map.of(), null);
    }

    /** A refusal of a page whose forms are filled in anew. */
    public static FormBack above(@Nullable Problem problem) {
        return of(Map.of(), problem);
    }

    /** The page's only form. */
    public static FormBack of(Map<String, String> typed, @Nullable Problem problem) {
        return new FormBack("", typed, problem);
    }

    /**
     * One of a page's forms, named by the end of its address: {@code clawback-demand}.
     *
     * @param page the address of the page
     */
    public static FormBack sent(
            String page, ServerWebExchange exchange, Map<String, String> typed, @Nullable Problem problem) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String end = path.startsWith(page + "/") ? path.substring(page.length() + 1) : "";
        return new FormBack(end.replace('/', '-'), typed, problem);
    }

    /** One form of the page: this one, when it was the one that was sent. */
    public FormBack of(String name) {
        return name.equals(form) ? this : new FormBack(name, Map.of(), null);
    }

    /** Where a form calls a field otherwise than programs do. */
    public FormBack placing(UnaryOperator<String> control) {
        return problem == null ? this : new FormBack(form, typed, renamed(problem, control));
    }

    private static Problem renamed(Problem was, UnaryOperator<String> control) {
        List<Problem.Field> errors = was.errors().stream()
                .map(error -> new Problem.Field(control.apply(error.field()), error.message()))
                .toList();
        return new Problem(was.type(), was.title(), was.status(), was.detail(), was.reason(), errors);
    }

    public boolean isSent() {
        return !typed.isEmpty() || problem != null;
    }

    public String id(String field) {
        return form.isEmpty() ? field : form + "-" + field;
    }

    public @Nullable String typed(String field) {
        return typed.get(field);
    }

    /** @param start what stands there before anything was sent; what was emptied stays empty */
    public @Nullable String typed(String field, @Nullable Object start) {
        String there = typed.get(field);
        return there != null || start == null ? there : start.toString();
    }

    /** The sentences beside a field, or null. A refusal may name a part of it, such as {@code amount.value}. */
    public @Nullable String wrong(String field) {
        String said = errors().filter(error -> control(error.field()).equals(Optional.of(field)))
                .map(Problem.Field::message)
                .distinct()
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }

    /** For {@code aria-invalid}. */
    public @Nullable String invalid(String field) {
        return wrong(field) == null ? null : "true";
    }

    /** For {@code aria-describedby}: the error is heard before the hint. */
    public @Nullable String describedBy(String field, boolean hinted) {
        String ids = Stream.of(
                        Optional.of(id(field) + "-error").filter(any -> wrong(field) != null),
                        Optional.of(id(field) + "-hint").filter(any -> hinted))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** What is to be mended, in the order of the refusal; empty where the refusal is about no field of this form. */
    public List<Flaw> flaws() {
        return errors().map(error -> control(error.field())
                        .map(name -> new Flaw(name, error.message(), id(name)))
                        .orElseGet(() -> new Flaw(error.field(), error.message(), null)))
                .filter(flaw -> flaw.id() != null || isInput())
                .distinct()
                .toList();
    }

    private Stream<Problem.Field> errors() {
        return problem == null ? Stream.empty() : problem.errors().stream();
    }

    private boolean isInput() {
        return problem != null && problem.reason().equals(INPUT);
    }

    /** A box left unticked and a file are not among what was typed; a rule's reason may be about a field of another form. */
    private Optional<String> control(String path) {
        return typed.keySet().stream()
                .filter(name -> isOf(path, name))
                .max(Comparator.comparingInt(String::length))
                .or(() -> Optional.of(path).filter(any -> isInput() || any.equals("file")));
    }

    private static boolean isOf(String path, String field) {
        return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
    }
}
