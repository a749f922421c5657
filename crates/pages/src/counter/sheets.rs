//! Questions that open where they are asked: park why, transfer where.

use linli_hall::counter::Counter;
use linli_hall::queue::Row;
use linli_hall::service::Service;
use linli_hall::{CounterId, RequestId};
use linli_texts::{Lang, t};
use maud::{Markup, html};

pub(super) fn transfer(
    lang: Lang,
    at: CounterId,
    row: &Row,
    services: &[Service],
    counters: &[Counter],
) -> Markup {
    let others = counters.iter().filter(|counter| counter.plan.id != at);
    html! {
        details class="ask" id="transfer" {
            summary class="button" data-key="t" aria-keyshortcuts="T" data-test="transfer" {
                (t::counter_transfer(lang)) kbd { "T" }
            }
            form.sheet method="post" action={ "/counter/" (at) "/transfer" } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                strong { (t::counter_transfer_question(lang, row.ticket.label.as_str())) }
                fieldset {
                    legend { (t::counter_transfer_service(lang)) }
                    div.options {
                        @for service in services {
                            label class="button" {
                                input type="radio" name="to_service" value=(service.id) data-test="to-service"
                                    checked[service.id == row.ticket.service];
                                (service.names.get(lang.tag()))
                            }
                        }
                    }
                }
                p.quiet { (t::counter_transfer_note(lang)) }
                div.last {
                    label.field {
                        span.legend { (t::counter_transfer_counter(lang)) }
                        select name="to_counter" data-test="to-counter" {
                            option value="" { (t::counter_transfer_any(lang)) }
                            @for counter in others {
                                option value=(counter.plan.id) { (t::counter_name(lang, counter.plan.id.to_string())) }
                            }
                        }
                    }
                    button type="submit" class="button primary" data-test="transfer-yes" { (t::counter_transfer(lang)) }
                }
            }
        }
    }
}

pub(super) fn park(lang: Lang, at: CounterId, row: &Row) -> Markup {
    let reasons = [
        t::counter_park_copy(lang),
        t::counter_park_photo(lang),
        t::counter_park_papers(lang),
    ];
    html! {
        details class="ask" id="park" {
            summary class="button" data-key="p" aria-keyshortcuts="P" data-test="park" {
                (t::counter_park(lang)) kbd { "P" }
            }
            form.sheet method="post" action={ "/counter/" (at) "/park" } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                strong { (t::counter_park_question(lang, row.ticket.label.as_str())) }
                div.options {
                    @for reason in reasons {
                        button type="submit" class="button" name="reason" value=(reason) data-test="park-reason" { (reason) }
                    }
                }
                div.last {
                    label.field {
                        span.legend { (t::counter_park_note(lang)) }
                        input name="note" maxlength="60" autocomplete="off" data-test="park-note";
                    }
                    button type="submit" class="button primary" data-test="park-yes" { (t::counter_park(lang)) }
                }
            }
        }
    }
}
