//! A picture of each, into a folder.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Context as _;
use egui::{ColorImage, Context};

use crate::walk::{Guest, Shot};

type Taken = (String, Arc<ColorImage>);

/// Takes the pictures.
pub(crate) struct Pictures {
    folder: PathBuf,
    asked: Option<String>,
    tell: Sender<Taken>,
    taken: Receiver<Taken>,
}

impl Pictures {
    pub(crate) fn into(folder: &str) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let (tell, taken) = channel();
        Ok(Self {
            folder: folder.into(),
            asked: None,
            tell,
            taken,
        })
    }
}

impl Guest for Pictures {
    fn wants(&self, _shot: &Shot) -> bool {
        true
    }

    fn look(&mut self, ctx: &Context, shot: &Shot) -> bool {
        if self.asked.as_ref() != Some(&shot.name) {
            self.asked = Some(shot.name.clone());
            let (tell, name) = (self.tell.clone(), shot.name.clone());
            ctx.request_screenshot(move |picture| {
                // The app ends only after the last picture, so there is someone to tell.
                let _ = tell.send((name, picture));
            });
        }
        let Ok((name, picture)) = self.taken.try_recv() else {
            return false;
        };
        let file = self.folder.join(format!("{name}.png"));
        if let Err(error) = save(&file, &picture) {
            eprintln!("{}: {error:#}", file.display());
        }
        name == shot.name
    }

    fn end(&mut self) {
        println!("the pictures are in {}", self.folder.display());
    }
}

fn save(file: &Path, picture: &ColorImage) -> anyhow::Result<()> {
    let [width, height] = picture.size.map(u32::try_from);
    let out = BufWriter::new(File::create(file)?);
    let mut encoder = png::Encoder::new(out, width?, height?);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let rgb: Vec<u8> = picture
        .pixels
        .iter()
        .flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()])
        .collect();
    encoder
        .write_header()
        .context("header")?
        .write_image_data(&rgb)
        .context("pixels")?;
    Ok(())
}
