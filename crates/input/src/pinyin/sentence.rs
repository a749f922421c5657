//! The words that what was typed may be made of.

use super::lattice::Lattice;
use super::trie::{Entry, Node, Trie};

/// What each further word of a sentence costs, in thousandths of a natural logarithm, so that a word
/// of the dictionary goes before frequent characters in a row.
const NEXT_WORD: u32 = 3_000;

/// A node that is reached from the first letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) node: Node,
    /// How many letters it uses up.
    pub(super) letters: usize,
    /// What its reading costs, without how seldom its entries are met.
    pub(super) cost: u32,
}

/// The last word of the best way to a letter.
#[derive(Debug, Clone)]
struct Step {
    cost: u32,
    from: usize,
    entry: Entry,
    /// Where its syllables end.
    ends: Vec<usize>,
}

/// The best sentence, and all that its first word may be.
#[derive(Debug)]
pub(super) struct Search<'a> {
    trie: &'a Trie,
    lattice: &'a Lattice,
    best: Vec<Option<Step>>,
    first: Vec<Found>,
}

impl<'a> Search<'a> {
    /// Looks for words from every letter that words before it lead to.
    pub(super) fn new(trie: &'a Trie, lattice: &'a Lattice) -> Search<'a> {
        let start = lattice.start();
        let mut search = Search {
            trie,
            lattice,
            best: vec![None; lattice.end() + 1],
            first: Vec::new(),
        };
        for from in start..lattice.end() {
            let before = match search.best.get(from) {
                Some(Some(step)) => step.cost + NEXT_WORD,
                _ if from == start => 0,
                _ => continue,
            };
            search.walk(from, Trie::ROOT, from, before, &mut Vec::new());
        }
        search
    }

    /// Follows every reading from the letter `at`, where `node` stands for what was read `from` on.
    fn walk(&mut self, from: usize, node: Node, at: usize, cost: u32, ends: &mut Vec<usize>) {
        let (trie, lattice) = (self.trie, self.lattice);
        for edge in lattice.edges(at) {
            for child in trie.children(node, &edge.syllables) {
                let cost = cost + edge.cost;
                ends.push(edge.end);
                self.arrive(from, child, cost, ends);
                self.walk(from, child, edge.end, cost, ends);
                ends.pop();
            }
        }
    }

    fn arrive(&mut self, from: usize, node: Node, cost: u32, ends: &[usize]) {
        let Some((&end, entry)) = ends.last().zip(self.trie.entries(node).next()) else {
            return;
        };
        if from == self.lattice.start() {
            self.first.push(Found {
                node,
                letters: end,
                cost,
            });
        }
        let cost = cost + self.trie.cost(entry);
        if let Some(best) = self.best.get_mut(end)
            && best.as_ref().is_none_or(|best| cost < best.cost)
        {
            *best = Some(Step {
                cost,
                from,
                entry,
                ends: ends.to_vec(),
            });
        }
    }

    /// All that the first word may be.
    pub(super) fn first_words(&self) -> &[Found] {
        &self.first
    }

    /// The words of the best sentence; none when what was typed cannot be read to its end.
    pub(super) fn sentence(&self) -> Vec<&'a str> {
        let steps = self.steps(self.lattice.end());
        steps
            .iter()
            .map(|step| self.trie.text(step.entry))
            .collect()
    }

    /// What the best sentence costs, in thousandths of a natural logarithm.
    pub(super) fn cost(&self) -> u32 {
        let last = self.best.last().and_then(Option::as_ref);
        last.map_or(0, |step| step.cost)
    }

    /// Where the syllables of the best sentence end, as far as it can be read.
    pub(super) fn syllable_ends(&self) -> Vec<usize> {
        let reached = self.best.iter().rposition(Option::is_some).unwrap_or(0);
        let steps = self.steps(reached);
        steps
            .into_iter()
            .flat_map(|step| step.ends.clone())
            .collect()
    }

    /// The words of the best way to the letter `end`, in order.
    fn steps(&self, mut end: usize) -> Vec<&Step> {
        let mut steps = Vec::new();
        while let Some(Some(step)) = self.best.get(end) {
            steps.push(step);
            end = step.from;
        }
        steps.reverse();
        steps
    }
}
