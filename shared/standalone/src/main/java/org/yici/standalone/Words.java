package org.yici.standalone;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the embedded edition itself says, in the two languages of the house. */
final class Words {

    static final Words ZH = new Words(Locale.SIMPLIFIED_CHINESE);
    static final Words EN = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "messages.standalone",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language of the operator's terminal. */
    static Words ofTerminal() {
        return Locale.getDefault().getLanguage().equals("zh") ? ZH : EN;
    }

    /** The language that an {@code Accept-Language} header asks for first; Chinese when it names neither. */
    static Words wishedBy(String acceptLanguage) {
        int en = acceptLanguage.indexOf("en");
        int zh = acceptLanguage.indexOf("zh");
        return en >= 0 && (zh < 0 || en < zh) ? EN : ZH;
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
