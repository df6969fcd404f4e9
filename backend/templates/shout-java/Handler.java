import io.nuclio.Context;
import io.nuclio.Event;
import io.nuclio.EventHandler;
import io.nuclio.Response;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

public class Handler implements EventHandler {

    @Override
    public Response handleEvent(Context context, Event event) {
        String text = new String(event.getBody(), StandardCharsets.UTF_8).trim();
        if (text.isEmpty()) {
            return new Response().setStatusCode(400).setBody("Send a text to shout");
        }
        context.getLogger().infoWith("Shouting", "characters", text.length());
        // Without a locale the machine's own decides, and Turkish has another capital I.
        return new Response().setBody(text.toUpperCase(Locale.ROOT));
    }
}
