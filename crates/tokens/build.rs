//! Turns `assets/tokens.toml` into typed constants and a sheet of CSS custom properties.
//!
//! A palette that lacks a name, or has one too many, fails the build here: a screen must never meet
//! a colour that exists by day and not in the evening.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

/// The palettes, in the order in which the generated array lists them.
const PALETTES: [&str; 3] = ["day", "evening", "contrast"];

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Fallible<()> {
    let source = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../assets/tokens.toml");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed=build.rs");
    let tokens: Table = fs::read_to_string(&source)?.parse()?;
    let mut code = String::new();
    write_palettes(&mut code, &tokens)?;
    write_numbers(&mut code, &tokens)?;
    write_shadow(&mut code, &tokens)?;
    write_css(&mut code, &tokens)?;
    let out: PathBuf = env::var("OUT_DIR")?.into();
    fs::write(out.join("tokens.rs"), code)?;
    Ok(())
}

fn table<'a>(tokens: &'a Table, path: &str) -> Fallible<&'a Table> {
    let mut at = tokens;
    for step in path.split('.') {
        at = at
            .get(step)
            .and_then(Value::as_table)
            .ok_or_else(|| format!("tokens.toml: the table [{path}] is missing"))?;
    }
    Ok(at)
}

fn text<'a>(table: &'a Table, key: &str) -> Fallible<&'a str> {
    table
        .get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("tokens.toml: `{key}` must be a text").into())
}

fn number(table: &Table, key: &str) -> Fallible<f64> {
    table
        .get(key)
        .and_then(Value::as_float)
        .ok_or_else(|| format!("tokens.toml: `{key}` must be a number with a point").into())
}

/// `"#0E6B5C"` as the arguments of `Rgb(…)`.
fn rgb(hex: &str) -> Fallible<String> {
    let digits = hex
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)
        .ok_or_else(|| format!("tokens.toml: `{hex}` is not a colour like #0E6B5C"))?;
    let value = u32::from_str_radix(digits, 16)?;
    Ok(format!(
        "{}, {}, {}",
        value >> 16,
        (value >> 8) & 0xff,
        value & 0xff
    ))
}

fn write_palettes(code: &mut String, tokens: &Table) -> Fallible<()> {
    let names: Vec<&String> = table(tokens, "colour.day")?.keys().collect();
    writeln!(
        code,
        "/// The colours of one tone of the day.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]"
    )?;
    writeln!(code, "pub struct Palette {{")?;
    for name in &names {
        writeln!(
            code,
            "    /// `{name}` in `assets/tokens.toml`.\n    pub {name}: Rgb,"
        )?;
    }
    writeln!(code, "}}")?;
    writeln!(code, "impl Palette {{")?;
    writeln!(
        code,
        "    /// Every colour with its name, in the order of the file."
    )?;
    writeln!(
        code,
        "    pub fn entries(&self) -> [(&'static str, Rgb); {}] {{ [",
        names.len()
    )?;
    for name in &names {
        writeln!(code, "        (\"{name}\", self.{name}),")?;
    }
    writeln!(code, "    ] }}\n}}")?;
    for palette in PALETTES {
        let colours = table(tokens, &format!("colour.{palette}"))?;
        if let Some(stray) = colours.keys().find(|key| !names.contains(key)) {
            return Err(format!(
                "tokens.toml: [colour.{palette}] has `{stray}`, [colour.day] has not"
            )
            .into());
        }
        writeln!(
            code,
            "/// The palette `{palette}`.\npub const {}: Palette = Palette {{",
            palette.to_uppercase()
        )?;
        for name in &names {
            writeln!(code, "    {name}: Rgb({}),", rgb(text(colours, name)?)?)?;
        }
        writeln!(code, "}};")?;
    }
    let kinds = table(tokens, "service")?;
    writeln!(
        code,
        "/// The seven kinds of voluntary service and their colours."
    )?;
    writeln!(
        code,
        "pub const SERVICE_KINDS: [(&str, Rgb); {}] = [",
        kinds.len()
    )?;
    for (kind, value) in kinds {
        let hex = value
            .as_str()
            .ok_or("tokens.toml: a service colour must be a text")?;
        writeln!(code, "    (\"{kind}\", Rgb({})),", rgb(hex)?)?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn write_numbers(code: &mut String, tokens: &Table) -> Fallible<()> {
    let modules = [
        ("type", "type_size", "Sizes of type, in design pixels."),
        (
            "type_rule",
            "type_rule",
            "What the sizes of type are derived from.",
        ),
        ("radius", "radius", "Radii of corners, in design pixels."),
        ("space", "space", "Distances, in design pixels."),
        (
            "touch",
            "touch",
            "What a hand needs; the unit is in each name.",
        ),
        (
            "focus",
            "focus",
            "The ring around what keys are on; the unit is in each name.",
        ),
        (
            "writing",
            "writing",
            "How a finger writes; the unit is in each name.",
        ),
        ("veil", "veil", "How a screen is dimmed under a question."),
    ];
    for (path, module, what) in modules {
        writeln!(code, "/// {what}\npub mod {module} {{")?;
        let values = table(tokens, path)?;
        for key in values.keys() {
            let value = number(values, key)?;
            writeln!(code, "    /// `{path}.{key}` in `assets/tokens.toml`.")?;
            writeln!(
                code,
                "    pub const {}: f32 = {value:?};",
                key.to_uppercase()
            )?;
        }
        writeln!(code, "}}")?;
    }
    Ok(())
}

fn write_shadow(code: &mut String, tokens: &Table) -> Fallible<()> {
    let shadow = table(tokens, "shadow")?;
    writeln!(
        code,
        "/// The one shadow, under everything that can be touched."
    )?;
    writeln!(
        code,
        "pub const SHADOW: Shadow = Shadow {{ dx: {:?}, dy: {:?}, blur: {:?}, colour: Rgb({}), opacity: {:?} }};",
        number(shadow, "dx")?,
        number(shadow, "dy")?,
        number(shadow, "blur")?,
        rgb(text(shadow, "colour")?)?,
        number(shadow, "opacity")?,
    )?;
    Ok(())
}

fn write_css(code: &mut String, tokens: &Table) -> Fallible<()> {
    let mut css = String::new();
    let page = table(tokens, "css")?;
    css.push_str(":root{color-scheme:light dark;");
    write_css_colours(&mut css, table(tokens, "colour.day")?)?;
    for (kind, value) in table(tokens, "service")? {
        let hex = value
            .as_str()
            .ok_or("tokens.toml: a service colour must be a text")?;
        write!(css, "--service-{}:{hex};", kebab(kind))?;
    }
    for (key, value) in page {
        let value = value.as_str().ok_or("tokens.toml: [css] holds texts")?;
        write!(css, "--{}:{value};", kebab(key))?;
    }
    let shadow = table(tokens, "shadow")?;
    // A page is read nearer than the terminal, so its shadow is the terminal's at half the reach.
    write!(
        css,
        "--shadow:{}px {}px {}px rgba({},{});}}",
        number(shadow, "dx")? / 2.0,
        number(shadow, "dy")? / 2.0,
        number(shadow, "blur")? / 2.0,
        rgb(text(shadow, "colour")?)?,
        number(shadow, "opacity")?,
    )?;
    css.push_str("@media (prefers-color-scheme:dark){:root{");
    write_css_colours(&mut css, table(tokens, "colour.evening")?)?;
    css.push_str("}}@media (prefers-contrast:more){:root{color-scheme:light;");
    write_css_colours(&mut css, table(tokens, "colour.contrast")?)?;
    css.push_str("}}");
    writeln!(
        code,
        "/// The tokens as CSS custom properties: light, dark and high contrast by the reader's own setting."
    )?;
    writeln!(code, "pub const CSS: &str = {css:?};")?;
    Ok(())
}

fn write_css_colours(css: &mut String, colours: &Table) -> Fallible<()> {
    for key in colours.keys() {
        write!(css, "--{}:{};", kebab(key), text(colours, key)?)?;
    }
    Ok(())
}

fn kebab(key: &str) -> String {
    key.replace('_', "-")
}
