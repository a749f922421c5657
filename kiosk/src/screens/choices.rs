//! A choice among services: as cards, at most six, the last of them "more" when there are others.

use egui::{Rect, Ui};
use linli_hall::service::Offered;
use linli_hall::ticket::Priority;
use linli_look::widgets::{Card, CardState, common_style, titles_fit};
use linli_look::{Hue, Icon, Illustration, LINE_EM, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::{Asked, Stage, aside};
use crate::view::named;
use crate::words::{self, Note};

/// Look, number 4: at most six choices a screen.
const CHOICES_MAX: usize = 6;
/// A card is at least this wide, at ordinary type and at large type.
const CARD_WIDTH_MIN: f32 = 400.0;
const CARD_WIDTH_MIN_LARGE: f32 = 500.0;
const CARD_HEIGHT_MAX: f32 = 384.0;
const COLUMNS_MAX: usize = 3;
/// The shape of a good card, and what a hole in the last row and squeezed words cost against it.
const CARD_ASPECT: f32 = 1.7;
const HOLE: f32 = 0.15;
const SQUEEZED: f32 = 10.0;
/// The air around the rows of a card, in points.
const CARD_AIR: f32 = 34.0;
const LIST_AIR: f32 = 26.0;
/// A list shorter than this has its cards in one row each, where they are wide enough for that.
const ROWS_GOOD: usize = 4;
const LINE_WIDTH_MIN: f32 = 900.0;

/// The places for cards in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Places {
    /// How many cards an area holds without squeezing their words.
    pub(super) fn of(look: &Look, area: Rect, lang: Lang) -> Places {
        let width_min = if look.large() {
            CARD_WIDTH_MIN_LARGE
        } else {
            CARD_WIDTH_MIN
        };
        let fits =
            |length: f32, least: f32| (((length + look.gap) / (least + look.gap)) as usize).max(1);
        let columns = fits(area.width(), width_min).min(COLUMNS_MAX);
        // Names in letters are long: side by side they take two rows, at the smallest size if need be.
        let title = if !lang.is_chinese() && columns > 1 {
            look.smallest() * 2.0
        } else {
            look.size(TypeSize::Title)
        };
        let rows_of_text = title + look.size(TypeSize::Quiet);
        let air = if columns > 1 { CARD_AIR } else { LIST_AIR };
        let height_min = (rows_of_text * LINE_EM + air).max(look.primary);
        let rows = fits(area.height(), height_min);
        if columns == 1 && rows < ROWS_GOOD && area.width() >= LINE_WIDTH_MIN {
            // Few choices a screen mean many screens: title and note go into one row.
            let line = (look.size(TypeSize::Title) * LINE_EM + look.tight * 2.0).max(look.primary);
            let rows = fits(area.height(), line);
            return Places { columns, rows };
        }
        Places { columns, rows }
    }

    /// As many as there can be with every title seen whole; long names take fewer and larger cards.
    fn for_titles(self, ui: &Ui, look: &Look, area: Rect, titles: &[&str]) -> Places {
        let cards: Vec<Card<'_>> = titles.iter().map(|title| bare_card(title)).collect();
        let fit = |places: &Places| {
            let cells = layout::grid(area, places.columns, places.rows, look.gap);
            titles_fit(ui, look, &cards, &vec![cells[0]; cards.len()])
        };
        // Most halls have short names, and this is asked on every frame.
        if fit(&self) {
            return self;
        }
        let all = (1..=self.rows)
            .flat_map(|rows| (1..=self.columns).map(move |columns| Places { columns, rows }));
        // A service and the card that leads to the others at least; of those that hold as many, the ones
        // with more columns have the better cards.
        all.filter(|places| places.count() >= 2 && fit(places))
            .max_by_key(|places| (places.count(), places.columns))
            .unwrap_or(self)
    }

    fn count(self) -> usize {
        (self.columns * self.rows).min(CHOICES_MAX)
    }
}

/// Draws the services from the `from`th on and returns what was asked for.
pub(super) fn show(
    ui: &Ui,
    stage: &Stage<'_>,
    area: Rect,
    from: usize,
    priority: Option<Priority>,
) -> Option<Asked> {
    let services = shown(stage, priority);
    let rest = services.get(from..).unwrap_or_default();
    let places = Places::of(stage.look, area, stage.lang);
    let names = services
        .iter()
        .map(|offered| named(&offered.service.names, stage.lang));
    let places = places.for_titles(ui, stage.look, area, &names.collect::<Vec<_>>());
    let (here, has_more) = page(rest.len(), places.count());
    let notes: Vec<Note> = rest[..here]
        .iter()
        .map(|offered| words::service_note(stage.lang, offered))
        .collect();
    let more_note = more_names(stage.lang, &rest[here..]);
    let more_count = t::kiosk_more_count(stage.lang, rest.len() - here);
    let mut cards: Vec<Card<'_>> = rest[..here]
        .iter()
        .zip(&notes)
        .map(|(offered, note)| card(stage.lang, offered, note))
        .collect();
    if has_more {
        cards.push(Card {
            icon: Icon::MORE,
            hue: Hue::Jade,
            title: t::kiosk_more(stage.lang),
            note: &more_note,
            short_note: &more_count,
            state: CardState::Open,
            style: None,
        });
    }
    let pressed = show_cards(ui, stage.look, area, places, &mut cards)?;
    match rest[..here].get(pressed) {
        // A service whose numbers are all taken is asked as well: its refusal says when there are more.
        Some(offered) if offered.openness.is_open() => Some(Asked::Take {
            service: offered.service.id,
            priority,
        }),
        Some(offered) => Some(Asked::Explain(offered.service.id)),
        None => Some(Asked::More {
            from: from + here,
            priority,
        }),
    }
}

/// Draws cards into an area, alike in size and type, and returns which was pressed.
pub(super) fn show_cards(
    ui: &Ui,
    look: &Look,
    area: Rect,
    places: Places,
    cards: &mut [Card<'_>],
) -> Option<usize> {
    let ways = by_columns(cards.len(), area, look.gap, places);
    let mut ways = ways
        .into_iter()
        .map(|columns| cells(look, area, cards.len(), columns));
    let best = ways.next()?;
    // A word that is longer than its card is broken nowhere: fewer cards stand side by side then.
    let is_good = |cells: &Vec<Rect>| {
        let high = cells.iter().all(|cell| cell.height() >= look.target);
        high && titles_fit(ui, look, cards, cells)
    };
    let cells = if is_good(&best) {
        best
    } else {
        ways.find(is_good).unwrap_or(best)
    };
    let style = common_style(ui, look, cards, &cells);
    let mut pressed = None;
    for (index, (card, cell)) in cards.iter_mut().zip(&cells).enumerate() {
        card.style = Some(style);
        if card.show(ui, look, *cell).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

/// The places of so many cards, at most as high as a card is good.
fn cells(look: &Look, area: Rect, cards: usize, columns: usize) -> Vec<Rect> {
    let rows = cards.div_ceil(columns).max(1);
    let gaps = look.gap * (rows - 1) as f32;
    let height = ((area.height() - gaps) / rows as f32).min(CARD_HEIGHT_MAX);
    let mut area = area;
    area.max.y = area.min.y + height * rows as f32 + gaps;
    layout::grid(area, columns, rows, look.gap)
}

/// On a glass that lies, takes a column for the question off the left of `rest`, unless more choices
/// have room under the question, which is so high there, than beside it.
pub(super) fn beside(stage: &Stage<'_>, rest: &mut Rect, question_height: f32) -> Option<Rect> {
    if !stage.is_landscape() {
        return None;
    }
    let mut touch = *rest;
    let column = aside::column(stage.look, &mut touch);
    let mut under = *rest;
    layout::top(&mut under, question_height, stage.look.gap);
    let count = |area| Places::of(stage.look, area, stage.lang).count();
    if count(touch) < count(under) {
        return None;
    }
    *rest = touch;
    Some(column)
}

/// How high an area must be for so many cards at their full height.
pub(super) fn full_height(look: &Look, area: Rect, lang: Lang, cards: usize) -> f32 {
    let columns = best_columns(cards, area, look.gap, Places::of(look, area, lang));
    let rows = cards.div_ceil(columns).max(1) as f32;
    let height = if look.large() {
        CARD_HEIGHT_MAX * 0.72
    } else {
        CARD_HEIGHT_MAX
    };
    rows * height + (rows - 1.0) * look.gap
}

/// A picture over the question where few choices leave room for it.
pub(super) fn picture_over(
    ui: &Ui,
    stage: &mut Stage<'_>,
    rest: &mut Rect,
    picture: Illustration,
    needed: f32,
) {
    const PICTURE_MIN: f32 = 260.0;
    const PICTURE_MAX_PART: f32 = 0.62;
    let free = rest.height() - needed - stage.look.gap;
    if stage.is_landscape() || free < PICTURE_MIN {
        return;
    }
    let height = free.min(rest.width() * PICTURE_MAX_PART);
    let place = layout::top(rest, height, stage.look.gap * 1.5);
    stage
        .pictures
        .paint(ui, stage.look, picture, place, stage.look.radius_hero());
}

/// How many cards will be shown.
pub(super) fn count(stage: &Stage<'_>, from: usize, priority: Option<Priority>) -> usize {
    shown(stage, priority)
        .len()
        .saturating_sub(from)
        .min(CHOICES_MAX)
}

/// The number of columns that makes the best cards.
fn best_columns(cards: usize, area: Rect, gap: f32, places: Places) -> usize {
    let ways = by_columns(cards, area, gap, places);
    ways.first().copied().unwrap_or(1)
}

/// Numbers of columns, first the one that makes the best cards: about as wide as a playing card lying
/// down, with few holes in the last row.
fn by_columns(cards: usize, area: Rect, gap: f32, places: Places) -> Vec<usize> {
    let badness = |columns: usize| {
        let rows = cards.div_ceil(columns).max(1);
        let width = (area.width() - gap * (columns - 1) as f32) / columns as f32;
        let height = ((area.height() - gap * (rows - 1) as f32) / rows as f32).min(CARD_HEIGHT_MAX);
        let holes = (columns * rows - cards) as f32;
        let squeezed = if rows > places.rows { SQUEEZED } else { 0.0 };
        (width / height.max(1.0) / CARD_ASPECT).ln().abs() + holes * HOLE + squeezed
    };
    let mut ways: Vec<usize> = (1..=places.columns.max(1)).collect();
    ways.sort_by(|one, other| badness(*one).total_cmp(&badness(*other)));
    ways
}

fn shown<'a>(stage: &Stage<'a>, priority: Option<Priority>) -> Vec<&'a Offered> {
    stage
        .hall
        .services
        .iter()
        .filter(|offered| priority.is_none() || offered.service.offers_priority)
        .collect()
}

/// How many services fit, and whether a card for the others is needed.
fn page(services: usize, places: usize) -> (usize, bool) {
    if services <= places {
        (services, false)
    } else {
        (places.saturating_sub(1), true)
    }
}

/// A card of which only the title is measured.
fn bare_card(title: &str) -> Card<'_> {
    Card {
        icon: Icon::MORE,
        hue: Hue::Jade,
        title,
        note: "",
        short_note: "",
        state: CardState::Open,
        style: None,
    }
}

fn card<'a>(lang: Lang, offered: &'a Offered, note: &'a Note) -> Card<'a> {
    Card {
        icon: Icon::of_service(&offered.service.icon),
        hue: Hue::Jade,
        title: named(&offered.service.names, lang),
        note: &note.long,
        short_note: &note.short,
        state: if offered.can_take() {
            CardState::Open
        } else {
            CardState::Closed
        },
        style: None,
    }
}

fn more_names(lang: Lang, services: &[&Offered]) -> String {
    let names: Vec<&str> = services
        .iter()
        .map(|offered| named(&offered.service.names, lang))
        .collect();
    let gap = if lang.is_chinese() { " " } else { ", " };
    names.join(gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_leads_to_the_others_only_when_there_are_others() {
        assert_eq!(page(6, 6), (6, false));
        assert_eq!(page(8, 6), (5, true));
        assert_eq!(page(0, 6), (0, false));
    }

    #[test]
    fn six_cards_stand_two_by_three_in_portrait_and_three_by_two_in_landscape() {
        let places = Places {
            columns: 3,
            rows: 3,
        };
        let area = |width: f32, height: f32| {
            Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, height))
        };
        assert_eq!(best_columns(6, area(968.0, 850.0), 24.0, places), 2);
        assert_eq!(best_columns(6, area(1808.0, 640.0), 24.0, places), 3);
    }

    #[test]
    fn three_cards_leave_no_hole() {
        let places = Places {
            columns: 3,
            rows: 4,
        };
        let area = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(968.0, 1400.0));
        assert_eq!(best_columns(3, area, 24.0, places), 1);
    }
}
