//! The description of the wire.

use linli_hall::registry::{ACTIONS, QUESTIONS};
use serde_json::Value;

use crate::house::House;

#[test]
fn every_action_and_question_is_described() {
    let document = House::open().get("/api/openapi.json").good();
    assert_eq!(document["openapi"], "3.1.0");
    let described = |path: String| {
        let post = &document["paths"][&path]["post"];
        assert!(
            post["requestBody"].is_object() && post["responses"]["200"]["content"].is_object(),
            "{path}"
        );
        assert!(post["summary"].is_string(), "{path} has no summary");
    };
    for action in ACTIONS {
        described(format!("/api/act/{}", action.name));
    }
    for question in QUESTIONS {
        described(format!("/api/ask/{}", question.name));
    }
    let paths = document["paths"].as_object().unwrap().len();
    assert_eq!(paths, ACTIONS.len() + QUESTIONS.len() + 2);
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_used() {
    let document = House::open().get("/api/openapi.json").good();
    let mut references = Vec::new();
    collect(&document, &mut references);
    for reference in &references {
        let path = reference.strip_prefix('#').unwrap();
        assert!(
            document.pointer(path).is_some(),
            "{reference} leads nowhere"
        );
    }
    for name in document["components"]["schemas"]
        .as_object()
        .unwrap()
        .keys()
    {
        assert!(
            references.contains(&format!("#/components/schemas/{name}")),
            "{name} is not used"
        );
    }
}

#[test]
fn inputs_go_by_their_name_on_the_wire() {
    let document = House::open().get("/api/openapi.json").good();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(schemas.contains_key("service.set") && schemas.contains_key("notice.set"));
    let numbered: Vec<_> = schemas
        .keys()
        .filter(|name| name.ends_with(char::is_numeric))
        .collect();
    assert!(numbered.is_empty(), "{numbered:?}");
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(path) if key == "$ref" => references.push(path.clone()),
                    other => collect(other, references),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        _ => {}
    }
}
