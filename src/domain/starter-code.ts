import { runtimeOf } from './runtimes'

const starters: Record<string, string> = {
  python: `def init_context(context):
    # Runs once in each worker, before its first event.
    context.user_data.calls = 0


def handler(context, event):
    # Try it with a query: ?name=Ada
    name = event.fields.get("name", "world")
    context.user_data.calls += 1
    context.logger.info_with("greeting", visitor=name, calls=context.user_data.calls)
    return {"greeting": f"Hello, {name}", "calls": context.user_data.calls}
`,
  nodejs: `exports.initContext = function (context) {
  // Runs once in each worker, before its first event.
  context.userData = { calls: 0 }
}

exports.handler = function (context, event) {
  // Try it with a query: ?name=Ada
  const name = (event.fields && event.fields.name) || 'world'
  context.userData.calls += 1
  context.logger.infoWith('greeting', { visitor: name, calls: context.userData.calls })
  context.callback({ greeting: 'Hello, ' + name, calls: context.userData.calls })
}
`,
  golang: `package main

import (
	"encoding/json"

	"github.com/nuclio/nuclio-sdk-go"
)

// Handler greets whoever the query names: ?name=Ada
func Handler(context *nuclio.Context, event nuclio.Event) (interface{}, error) {
	name := event.GetFieldString("name")
	if name == "" {
		name = "world"
	}
	context.Logger.InfoWith("greeting", "visitor", name)

	body, err := json.Marshal(map[string]string{"greeting": "Hello, " + name})
	if err != nil {
		return nil, err
	}
	return nuclio.Response{StatusCode: 200, ContentType: "application/json", Body: body}, nil
}
`,
  shell: `#!/bin/sh
# The body of the event comes on standard input; what is printed is the answer.
name=$(cat)
echo "Hello, \${name:-world}"
echo "$NUCLIO_EVENT_METHOD $NUCLIO_EVENT_PATH, event $NUCLIO_EVENT_ID"
`,
  java: `import io.nuclio.Context;
import io.nuclio.Event;
import io.nuclio.EventHandler;
import io.nuclio.Response;

public class Handler implements EventHandler {

    @Override
    public Response handleEvent(Context context, Event event) {
        String name = new String(event.getBody()).trim();
        if (name.isEmpty()) {
            name = "world";
        }
        context.getLogger().infoWith("greeting", "visitor", name);
        return new Response().setBody("Hello, " + name);
    }
}
`,
  dotnetcore: `using Nuclio.Sdk;

public class main
{
    public object handler(Context context, Event eventBase)
    {
        var name = eventBase.GetBody().Trim();
        if (name == "")
        {
            name = "world";
        }
        context.Logger.Info("greeting {0}", name);
        return new Response()
        {
            StatusCode = 200,
            ContentType = "text/plain",
            Body = "Hello, " + name
        };
    }
}
`,
  ruby: `def handler(context, event)
  name = event.body.to_s.strip
  name = 'world' if name.empty?
  puts "greeting #{name}"
  "Hello, #{name}"
end
`,
}

/** A small handler for a new function of this runtime, which logs and answers; empty for an unknown runtime. */
export const starterCode = (runtimeId: string): string => starters[runtimeOf(runtimeId).family] ?? ''
