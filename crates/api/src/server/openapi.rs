//! `GET /api/openapi.json`: every action and question with its schema, from the registry.

use std::sync::LazyLock;

use axum::body::Bytes;
use axum::http::header;
use axum::response::IntoResponse;
use linli_hall::Error;
use linli_hall::journal::Entry;
use linli_hall::registry::{ACTIONS, QUESTIONS};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::limits;

const COMPONENTS: &str = "#/components/schemas/";

/// Made once: the registry does not change while the program runs.
static DOCUMENT: LazyLock<Bytes> = LazyLock::new(|| document().to_string().into());

pub(super) async fn openapi() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "max-age=300"),
    ];
    (headers, DOCUMENT.clone())
}

fn document() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let error = generator.subschema_for::<Error>().to_value();
    let mut names = Names::default();
    let mut paths = Map::new();
    for action in ACTIONS {
        let input = names.give(action.name, (action.input)(&mut generator).to_value());
        let outcome = (action.outcome)(&mut generator).to_value();
        let needs = format!("{:?}", action.needs);
        let summary = summary(&input, &generator);
        let mut post = operation("act", action.name, &needs, input, &outcome, &error);
        post["summary"] = summary;
        post["parameters"] = json!([{ "$ref": "#/components/parameters/IdempotencyKey" }]);
        paths.insert(format!("/api/act/{}", action.name), json!({ "post": post }));
    }
    for question in QUESTIONS {
        let input = names.give(question.name, (question.input)(&mut generator).to_value());
        let answer = (question.answer)(&mut generator).to_value();
        let needs = format!("{:?}", question.needs);
        let summary = summary(&input, &generator);
        let mut post = operation("ask", question.name, &needs, input, &answer, &error);
        post["summary"] = summary;
        paths.insert(
            format!("/api/ask/{}", question.name),
            json!({ "post": post }),
        );
    }
    paths.insert("/api/follow".to_owned(), follow(&mut generator, &error));
    paths.insert("/api/health".to_owned(), health(&error));
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Linli",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Everything that can be done in a hall, and everything that can be asked of it.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "security": [{}, { "bearer": [] }, { "session": [] }],
        "paths": paths,
        "components": {
            "schemas": generator.take_definitions(true),
            "parameters": { "IdempotencyKey": {
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "A new id for each intention, the same one for a retry: it is done once.",
                "schema": {
                    "type": "string", "minLength": 1, "maxLength": linli_hall::limits::REQUEST_ID_CHARS,
                    "pattern": "^[A-Za-z0-9_.:-]+$",
                },
            } },
            "securitySchemes": {
                "bearer": { "type": "http", "scheme": "bearer" },
                "session": { "type": "apiKey", "in": "cookie", "name": super::SESSION_COOKIE },
            },
        },
    });
    names.rename(&mut document);
    document
}

fn operation(
    kind: &str,
    name: &str,
    needs: &str,
    input: Value,
    output: &Value,
    error: &Value,
) -> Value {
    let noun = name.split('.').next().unwrap_or(name);
    json!({
        "operationId": format!("{kind}.{name}"),
        "tags": [noun],
        "x-needs": needs,
        "requestBody": { "content": { "application/json": { "schema": input } } },
        "responses": responses(json!({ "application/json": { "schema": output } }), error),
    })
}

/// The comment of the input's type: what the action or question is.
fn summary(input: &Value, generator: &SchemaGenerator) -> Value {
    let name = input
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|path| path.strip_prefix(COMPONENTS));
    let schema = name.and_then(|name| generator.definitions().get(name));
    schema
        .and_then(|schema| schema.get("description"))
        .cloned()
        .unwrap_or_default()
}

fn responses(content: Value, error: &Value) -> Value {
    let failed = |words: &str| json!({ "description": words, "content": { "application/json": { "schema": error } } });
    json!({
        "200": { "description": "Done, and durable.", "content": content },
        "400": failed("The input makes no sense."),
        "401": failed("A token or a sign-in is needed."),
        "403": failed("The token does not allow it."),
        "409": failed("A rule of the hall says no."),
        "413": failed(&format!("The body is larger than {} KiB.", limits::BODY_BYTES / 1024)),
        "429": failed("Too often from one address; see Retry-After."),
        "503": failed("Too much is waiting; try again with the same key."),
        "507": failed("The disk is full."),
    })
}

fn follow(generator: &mut SchemaGenerator, error: &Value) -> Value {
    let entry = generator.subschema_for::<Entry>().to_value();
    let content =
        json!({ "text/event-stream": { "schema": { "type": "string" }, "x-data": entry } });
    let after = |name: &str, place: &str| {
        json!({
            "name": name, "in": place, "schema": { "type": "integer", "minimum": 0 },
            "description": "The last entry already known. Without it, only what is new.",
        })
    };
    json!({ "get": {
        "operationId": "follow",
        "summary": "The journal as it grows. Each event's id is the entry's number, its data the entry.",
        "x-needs": "Board",
        "parameters": [after("after", "query"), after("Last-Event-ID", "header")],
        "responses": responses(content, error),
    } })
}

fn health(error: &Value) -> Value {
    let content = json!({ "application/json": { "schema": { "type": "object" } } });
    json!({ "get": {
        "operationId": "health",
        "summary": "Whether the hall answers.",
        "responses": responses(content, error),
    } })
}

/// Many inputs are called `Set` or `List` in the code and would be numbered; on the wire each
/// goes by the name of its action or question.
#[derive(Default)]
struct Names {
    given: Vec<(String, String)>,
}

impl Names {
    fn give(&mut self, name: &str, schema: Value) -> Value {
        if let Some(old) = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|path| path.strip_prefix(COMPONENTS))
        {
            self.given.push((old.to_owned(), name.to_owned()));
        }
        schema
    }

    fn rename(&self, document: &mut Value) {
        if let Some(schemas) = document
            .pointer_mut("/components/schemas")
            .and_then(Value::as_object_mut)
        {
            for (old, new) in &self.given {
                if let Some(schema) = schemas.remove(old) {
                    schemas.insert(new.clone(), schema);
                }
            }
        }
        self.follow(document);
    }

    fn follow(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (key, field) in fields {
                    match field {
                        Value::String(path) if key == "$ref" => self.point(path),
                        other => self.follow(other),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.follow(item)),
            _ => {}
        }
    }

    fn point(&self, path: &mut String) {
        let old = path.strip_prefix(COMPONENTS);
        if let Some((_, new)) = self
            .given
            .iter()
            .find(|(name, _)| Some(name.as_str()) == old)
        {
            *path = format!("{COMPONENTS}{new}");
        }
    }
}
