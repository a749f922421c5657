//! The kinds of things that happen.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ticket::{PrintState, Priority, Source, State, Verb};
use crate::{CounterId, HelpId, MessageId, NoticeId, ServiceId, StaffId, TicketId};

/// What happened. Holds no personal data of residents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the names are the field's own terms; each is explained at the verb that records it"
)]
pub enum Event {
    PlaceSet,
    ServiceSet {
        service: ServiceId,
    },
    ServiceRetired {
        service: ServiceId,
    },
    HoursSet {
        service: Option<ServiceId>,
    },
    DaySet {
        date: Date,
    },
    DayClosed {
        day: Date,
        expired: u32,
    },
    CounterSet {
        counter: CounterId,
    },
    CounterRetired {
        counter: CounterId,
    },
    CounterOpened {
        counter: CounterId,
    },
    CounterPaused {
        counter: CounterId,
    },
    CounterClosed {
        counter: CounterId,
    },
    StaffAdded {
        staff: StaffId,
    },
    StaffPasswordSet {
        staff: StaffId,
    },
    StaffRetired {
        staff: StaffId,
    },
    StaffSignedIn {
        staff: StaffId,
    },
    StaffSignedOut {
        staff: Option<StaffId>,
    },
    DeviceEnrolled {
        role: String,
        name: String,
    },
    DeviceRevoked {
        name: String,
    },
    DeviceReported {
        owner: String,
        kind: String,
        status: String,
    },
    NoticeSet {
        notice: NoticeId,
    },
    NoticeRetired {
        notice: NoticeId,
    },
    HelpCalled {
        help: HelpId,
        origin: String,
    },
    HelpAnswered {
        help: HelpId,
    },
    MessageLeft {
        message: MessageId,
        origin: String,
    },
    MessageAnswered {
        message: MessageId,
        again: bool,
    },
    PhoneShown {
        message: MessageId,
    },
    MessagesWiped {
        phones: u32,
        messages: u32,
    },
    TicketTaken {
        ticket: TicketId,
        label: String,
        service: ServiceId,
        priority: Option<Priority>,
        source: Source,
    },
    TicketCalled {
        ticket: TicketId,
        label: String,
        counter: CounterId,
        locale: String,
        recall: bool,
    },
    TicketStarted {
        ticket: TicketId,
        counter: CounterId,
    },
    TicketFinished {
        ticket: TicketId,
        counter: CounterId,
        waited_secs: i64,
        served_secs: i64,
    },
    TicketNotShown {
        ticket: TicketId,
        counter: CounterId,
        to: State,
    },
    TicketParked {
        ticket: TicketId,
        note: String,
    },
    TicketTransferred {
        ticket: TicketId,
        from: ServiceId,
        to: ServiceId,
        counter: Option<CounterId>,
    },
    TicketCancelled {
        ticket: TicketId,
        by_resident: bool,
    },
    TicketExpired {
        ticket: TicketId,
    },
    TicketUndone {
        ticket: TicketId,
        verb: Verb,
        to: State,
    },
    TicketRated {
        ticket: TicketId,
        rating: u8,
    },
    PrintNoted {
        ticket: TicketId,
        print: PrintState,
    },
    ReprintAsked {
        ticket: TicketId,
        device: String,
    },
    /// Written by a newer program.
    #[serde(other)]
    Unknown,
}
