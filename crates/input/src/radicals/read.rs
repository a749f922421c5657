//! The radical table out of its file.

use super::{RADICALS, Radical, Radicals, Row};

/// The table in `text`, which says of itself how it is written.
///
/// # Errors
/// The first line that makes no sense.
pub(super) fn table(text: &str) -> Result<Radicals, String> {
    let mut table = Radicals {
        forms: Vec::new(),
        rows: Vec::new(),
    };
    for (at, line) in text.lines().enumerate() {
        if !line.is_empty() && !line.starts_with('#') {
            read_line(&mut table, line).ok_or_else(|| format!("line {} makes no sense", at + 1))?;
        }
    }
    if table.forms.is_empty() {
        return Err("it has no radicals".to_owned());
    }
    table.forms.sort_by_key(|form| (form.strokes, form.number));
    table.rows.sort_by_key(|row| (row.number, row.beside));
    Ok(table)
}

fn read_line(table: &mut Radicals, line: &str) -> Option<()> {
    let mut fields = line.split('\t');
    let kind = fields.next()?;
    let number = fields.next()?.parse().ok()?;
    if !(1..=RADICALS).contains(&number) {
        return None;
    }
    match kind {
        "R" => {
            for form in fields.next()?.split(' ') {
                table.forms.push(read_form(number, form)?);
            }
        }
        "C" => table.rows.push(Row {
            number,
            beside: fields.next()?.parse().ok()?,
            characters: fields.next()?.into(),
        }),
        _ => return None,
    }
    fields.next().is_none().then_some(())
}

/// A form and its strokes, such as 氵3.
fn read_form(number: u8, form: &str) -> Option<Radical> {
    let mut strokes = form.chars();
    Some(Radical {
        number,
        form: strokes.next()?,
        strokes: strokes.as_str().parse().ok()?,
    })
}
