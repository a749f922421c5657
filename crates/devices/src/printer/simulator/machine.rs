//! What is inside a simulated printer.

use std::collections::VecDeque;

use crate::printer::escpos::{Command, Page, Parser, Question};

/// What a real printer can hold before it says "not so fast", in bytes.
const BUFFER_BYTES: usize = 16 * 1024;
/// Slips kept for looking at; older ones are thrown away.
const KEPT_PAGES: usize = 20;

/// What is the matter with a simulated printer. All off is a printer in good health.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PrinterSwitches {
    /// The roll is used up.
    pub out_of_paper: bool,
    /// The roll is nearly used up.
    pub near_end: bool,
    /// The cover is open.
    pub cover_open: bool,
    /// The cable is out. (Of the simulator in memory; a pseudo-terminal is unplugged by
    /// dropping it.)
    pub unplugged: bool,
    /// It answers nothing.
    pub deaf: bool,
    /// It answers every question with line noise before the answer.
    pub babbling: bool,
    /// It prints, but does not know `GS r`, as many cheap ones do not.
    pub cannot_confirm: bool,
    /// So many dots are left on the roll; then it is out of paper.
    pub dots_left: Option<u32>,
}

/// The machine: bytes in, paper and answers out.
#[derive(Debug, Default)]
pub(super) struct Machine {
    pub(super) switches: PrinterSwitches,
    parser: Parser,
    /// The start of what may become a real-time question.
    held: Vec<u8>,
    page: Page,
    pages: VecDeque<Page>,
    cuts: usize,
    answers: Vec<u8>,
}

impl Machine {
    /// A machine whose switches stand like this.
    pub(super) fn with(switches: PrinterSwitches) -> Self {
        Self {
            switches,
            ..Self::default()
        }
    }

    /// Takes bytes from the line.
    pub(super) fn receive(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.held.push(*byte);
            match self.held.as_slice() {
                [0x10] | [0x10, 0x04] => {}
                [0x10, 0x04, number @ 1..=4] => {
                    let number = *number;
                    self.held.clear();
                    self.answer(number);
                }
                _ => {
                    // Not a question after all. The last byte may still start one.
                    let keep = usize::from(*byte == 0x10);
                    let ready = self.held.len() - keep;
                    self.parser.push(&self.held[..ready]);
                    self.held.drain(..ready);
                }
            }
        }
        self.run();
    }

    /// How many bytes it can still take.
    pub(super) fn room(&self) -> usize {
        if self.is_stopped() {
            BUFFER_BYTES.saturating_sub(self.parser.pending())
        } else {
            BUFFER_BYTES
        }
    }

    /// What it has to say since the last time.
    pub(super) fn take_answers(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.answers)
    }

    /// What hangs out of the printer, not yet cut.
    pub(super) fn page(&self) -> &Page {
        &self.page
    }

    /// The slips that were cut off, the newest last.
    pub(super) fn pages(&self) -> &VecDeque<Page> {
        &self.pages
    }

    /// How many slips were cut off since the start.
    pub(super) fn cuts(&self) -> usize {
        self.cuts
    }

    /// Someone has turned a switch: what was held up goes on.
    pub(super) fn turn(&mut self, switches: PrinterSwitches) {
        self.switches = switches;
        self.run();
    }

    fn is_stopped(&self) -> bool {
        self.switches.out_of_paper || self.switches.cover_open
    }

    fn run(&mut self) {
        while !self.is_stopped() {
            let Some(command) = self.parser.next_command() else {
                return;
            };
            let moved = self.page.print(&command);
            match command {
                Command::Cut => {
                    self.pages.push_back(std::mem::take(&mut self.page));
                    self.cuts += 1;
                    if self.pages.len() > KEPT_PAGES {
                        self.pages.pop_front();
                    }
                }
                Command::Confirm if !self.switches.cannot_confirm && !self.switches.deaf => {
                    self.answers.push(0);
                }
                _ => {}
            }
            if let Some(left) = self.switches.dots_left.as_mut() {
                *left = left.saturating_sub(moved);
                self.switches.out_of_paper = *left == 0;
            }
        }
    }

    fn answer(&mut self, number: u8) {
        const FIXED: u8 = 0b0001_0010;
        let switches = self.switches;
        if switches.deaf {
            return;
        }
        if switches.babbling {
            self.answers.extend([0xFF, 0x00, 0x81, 0xF3, b'\n', 0xFE]);
        }
        let bit = |on: bool, bits: u8| if on { bits } else { 0 };
        self.answers
            .extend(Question::from_number(number).map(|question| {
                FIXED
                    | match question {
                        Question::Printer => bit(self.is_stopped(), 0x08),
                        Question::Offline => {
                            bit(switches.cover_open, 0x04) | bit(switches.out_of_paper, 0x20)
                        }
                        Question::Fault => 0,
                        Question::Paper => {
                            bit(switches.near_end, 0x0C) | bit(switches.out_of_paper, 0x60)
                        }
                    }
            }));
    }
}
