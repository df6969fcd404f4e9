package main

import (
	"encoding/json"

	"github.com/nuclio/nuclio-sdk-go"
)

type greeting struct {
	Message string `json:"message"`
	Method  string `json:"method"`
}

// Handler greets whoever is named in the query field "name".
func Handler(context *nuclio.Context, event nuclio.Event) (interface{}, error) {
	name := event.GetFieldString("name")
	if name == "" {
		name = "world"
	}

	context.Logger.InfoWith("Greeting", "name", name)

	body, err := json.Marshal(greeting{Message: "Hello, " + name, Method: event.GetMethod()})
	if err != nil {
		return nil, err
	}

	return nuclio.Response{
		StatusCode:  200,
		ContentType: "application/json",
		Body:        body,
	}, nil
}
