//! The model: pictures in, how sure it is of each class out.

use std::path::Path;
use std::sync::Arc;

use rten::{Model, RunOptions, ThreadPool, Value};

use super::drawing::{Picture, SIDE};
use crate::InputError;

/// How many threads read one picture. More would not be quicker with so small a model.
const THREADS: usize = 2;

/// The class that means that nothing is there. It comes before those in the list.
const BLANK: usize = 0;

/// The loaded model.
pub(super) struct Reader {
    model: Model,
    options: RunOptions,
}

/// How sure the model is of each class in each column of a picture.
pub(super) struct Reading {
    /// How many classes there are, the blank one among them.
    classes: usize,
    /// Column by column, each class from 0 to 1.
    columns: Vec<f32>,
}

impl Reader {
    /// Loads the model and its list of classes.
    pub(super) fn load(path: &Path) -> Result<(Self, Vec<String>), InputError> {
        // Looked at first, so that a file that is not there is told from one that is damaged.
        std::fs::File::open(path).map_err(|source| InputError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let damaged = |why: String| InputError::Damaged {
            path: path.to_owned(),
            why,
        };
        let model = Model::load_file(path).map_err(|e| damaged(e.to_string()))?;
        let list = model
            .metadata()
            .get("character")
            .ok_or_else(|| damaged("it has no list of characters".into()))?;
        let classes: Vec<String> = list.lines().map(str::to_owned).collect();
        let pool = Arc::new(ThreadPool::with_num_threads(THREADS));
        let reader = Self {
            model,
            options: RunOptions::default().with_thread_pool(Some(pool)),
        };
        // Reading an empty picture once shows that picture, model and list fit each other.
        let reading = reader
            .read(&Picture::empty(SIDE))
            .map_err(|why| damaged(why.to_string()))?;
        // The blank class comes before the list and the space after it.
        if reading.classes != classes.len() + 2 {
            return Err(damaged(format!(
                "{} characters in its list, {} classes",
                classes.len(),
                reading.classes
            )));
        }
        Ok((reader, classes))
    }

    /// Reads one picture.
    pub(super) fn read(
        &self,
        picture: &Picture,
    ) -> Result<Reading, Box<dyn std::error::Error + Send + Sync>> {
        let shape = [1, 3, SIDE, picture.width];
        let input = Value::from_shape(shape, picture.channels())?;
        let output = self
            .model
            .run_one((&input).into(), Some(self.options.clone()))?;
        let ([_, _, classes], columns) = output.into_shape_vec::<f32, 3>()?;
        Ok(Reading {
            classes: classes.max(1),
            columns,
        })
    }
}

impl Reading {
    fn columns(&self) -> impl Iterator<Item = &[f32]> {
        self.columns.chunks_exact(self.classes)
    }

    /// How sure the model is of each class of the list, wherever in the picture it is.
    pub(super) fn best_anywhere(&self) -> Vec<f32> {
        self.best_from(0)
    }

    /// The same for the right half of the picture.
    pub(super) fn best_on_the_right(&self) -> Vec<f32> {
        self.best_from(self.columns().count() / 2)
    }

    fn best_from(&self, first: usize) -> Vec<f32> {
        let mut best = vec![0.0_f32; self.classes.saturating_sub(2)];
        for column in self.columns().skip(first) {
            for (best, &sure) in best.iter_mut().zip(&column[BLANK + 1..]) {
                *best = best.max(sure);
            }
        }
        best
    }

    /// The classes of the list from left to right, each with how sure the model is of it.
    pub(super) fn left_to_right(&self) -> Vec<(usize, f32)> {
        let mut line: Vec<(usize, f32)> = Vec::new();
        let mut before = BLANK;
        for column in self.columns() {
            let Some((class, &sure)) = column.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))
            else {
                continue;
            };
            // A class that goes on over several columns is one character.
            if class == before {
                if let Some(last) = line.last_mut().filter(|_| class != BLANK) {
                    last.1 = last.1.max(sure);
                }
            } else if class != BLANK {
                line.push((class - 1, sure));
            }
            before = class;
        }
        line
    }
}
