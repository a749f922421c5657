//! The real terminal: its own program, on a virtual display, with a printer on a serial line and a
//! sound card that writes a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// How long anything may take to happen. Only what never happens pays it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A display that nobody sees.
pub(crate) struct Display {
    _server: Child,
    name: String,
    size: [usize; 2],
}

/// What is on a display, in greys.
pub(crate) struct Sight {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) grey: Vec<u8>,
}

impl Sight {
    /// How much of the band between two heights (parts of the whole) is in ink.
    pub(crate) fn ink(&self, from: f32, to: f32) -> f32 {
        let row = |part: f32| (self.height as f32 * part) as usize * self.width;
        let band = &self.grey[row(from)..row(to)];
        band.iter().filter(|grey| **grey < 96).count() as f32 / band.len() as f32
    }
}

impl Display {
    pub(crate) async fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args([
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
                "-nolisten",
                "tcp",
                "-displayfd",
                "1",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Xvfb is installed by packaging/install-deps.sh");
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let number = lines
            .next_line()
            .await
            .unwrap()
            .expect("Xvfb says its display");
        Self {
            _server: server,
            name: format!(":{}", number.trim()),
            size: [width as usize, height as usize],
        }
    }

    /// What is seen now.
    pub(crate) async fn look(&self) -> Sight {
        let seen = Command::new("import")
            .args([
                "-window",
                "root",
                "-colorspace",
                "gray",
                "-depth",
                "8",
                "gray:-",
            ])
            .env("DISPLAY", &self.name)
            .output()
            .await
            .expect("imagemagick is installed by packaging/install-deps.sh");
        let [width, height] = self.size;
        assert_eq!(
            seen.stdout.len(),
            width * height,
            "a picture of the whole display"
        );
        Sight {
            width,
            height,
            grey: seen.stdout,
        }
    }

    pub(crate) async fn press(&self, x: &str, y: &str) {
        let pressed = Command::new("xdotool")
            .args(["mousemove", x, y, "click", "1"])
            .env("DISPLAY", &self.name)
            .status()
            .await
            .expect("xdotool is installed by packaging/install-deps.sh");
        assert!(pressed.success());
    }
}

/// The program of that name, built beside this test.
pub(crate) fn program(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push(name);
    assert!(
        path.exists(),
        "{} is not built: run make test, or cargo build --workspace",
        path.display()
    );
    path
}

/// A terminal that runs.
pub(crate) struct Terminal {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    told: Vec<String>,
    pub(crate) recording: PathBuf,
}

impl Terminal {
    /// Starts the terminal on the hall in `folder`, with a printer at `printer`.
    pub(crate) async fn start(folder: &Path, printer: &str, display: &Display) -> Self {
        let recording = folder.join("heard.wav");
        let alsa = folder.join("asound.conf");
        let card = format!(
            "pcm.!default {{ type file slave.pcm {{ type null }} file \"{}\" format wav }}\n",
            recording.display()
        );
        fs::write(&alsa, card).unwrap();
        let settings = folder.join("linli.toml");
        let text = format!(
            "[hall]\nfolder = {:?}\nname = \"大门\"\n[pages]\nlisten = \"127.0.0.1:0\"\n[printer]\n\
             port = {{ kind = \"serial\", path = {printer:?}, baud = 115200, flow = \"none\" }}\nmode = \"raster\"\n",
            folder.join("hall")
        );
        fs::write(&settings, text).unwrap();
        let mut child = Command::new(program("linli-kiosk"))
            .args(["--windowed", "1080x1920", "--dock", "--config"])
            .arg(&settings)
            .env("DISPLAY", &display.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("ALSA_CONFIG_PATH", &alsa)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            child,
            lines,
            told: Vec::new(),
            recording,
        }
    }

    /// Waits for a line that begins with `start`, and gives the rest of it.
    pub(crate) async fn tells(&mut self, start: &str) -> String {
        let listen = async {
            loop {
                let line = self.lines.next_line().await.unwrap();
                let Some(line) = line else {
                    panic!("the terminal ended; it said {:#?}", self.told)
                };
                self.told.push(line.clone());
                if let Some(rest) = line.strip_prefix(start) {
                    return rest.to_owned();
                }
            }
        };
        match tokio::time::timeout(PATIENCE, listen).await {
            Ok(rest) => rest,
            Err(_) => panic!(
                "the terminal never said {start:?}; it said {:#?}",
                self.told
            ),
        }
    }

    /// Touches what the screen calls `name`, as soon as it is there.
    pub(crate) async fn touch(&mut self, name: &str, display: &Display) {
        let rest = self.tells(&format!("target \"{name}")).await;
        let mut place = rest.rsplit(' ');
        let (y, x) = (place.next().unwrap(), place.next().unwrap());
        display.press(x, y).await;
    }

    /// Ends the terminal as the system would, and waits until it has put everything away.
    pub(crate) async fn end(mut self) {
        let id = self.child.id().unwrap().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .await
                .unwrap()
                .success()
        );
        let ended = tokio::time::timeout(PATIENCE, self.child.wait())
            .await
            .expect("the terminal ends when told to");
        assert!(ended.unwrap().success(), "{:#?}", self.told);
    }
}

/// How many seconds of the recording can be heard: louder than -40 dBFS, over 20 ms each.
pub(crate) fn heard_secs(recording: &Path) -> f32 {
    let bytes = fs::read(recording).unwrap();
    let word = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    let (kind, channels, bits) = (word(20), usize::from(word(22)), word(34));
    let rate = u32::from_le_bytes(bytes[24..28].try_into().unwrap()) as f32;
    let samples: Vec<f32> = bytes[44..]
        .chunks_exact(channels * usize::from(bits) / 8)
        .map(|frame| match (bits, kind) {
            (16, _) => f32::from(i16::from_le_bytes([frame[0], frame[1]])) / 32768.0,
            (_, 3) => f32::from_le_bytes(frame[..4].try_into().unwrap()),
            _ => i32::from_le_bytes(frame[..4].try_into().unwrap()) as f32 / 2_147_483_648.0,
        })
        .collect();
    let window = (rate * 0.02) as usize;
    let loud =
        |part: &&[f32]| (part.iter().map(|s| s * s).sum::<f32>() / part.len() as f32).sqrt() > 0.01;
    samples.chunks_exact(window).filter(loud).count() as f32 * 0.02
}
