//! A real Chromium, driven over WebDriver.

use std::process::Stdio;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use linli_hall::sample;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// How long a page may take to show what is awaited. Only a page that never does pays it.
const PATIENCE: Duration = Duration::from_secs(30);

/// One driver; windows are opened from it.
pub(crate) struct Chromium {
    _driver: Child,
    port: u16,
    profile: tempfile::TempDir,
}

impl Chromium {
    pub(crate) async fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver is installed by packaging/install-deps.sh");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        // "ChromeDriver was started successfully on port 43107."
        let port = loop {
            let line = lines
                .next_line()
                .await
                .unwrap()
                .expect("chromedriver says its port");
            if let Some((_, rest)) = line.split_once("successfully on port ") {
                break rest.trim_end_matches('.').parse().unwrap();
            }
        };
        Self {
            _driver: driver,
            port,
            profile: tempfile::tempdir().unwrap(),
        }
    }

    /// A browser of its own, of this size, as different people have.
    pub(crate) async fn window(&self, name: &str, width: u32, height: u32) -> Page {
        self.window_with(name, width, height, &[]).await
    }

    /// The same with more of Chromium's own switches, such as a dark colour scheme.
    pub(crate) async fn window_with(
        &self,
        name: &str,
        width: u32,
        height: u32,
        switches: &[&str],
    ) -> Page {
        let profile = self.profile.path().join(name);
        let user = format!("--user-data-dir={}", profile.display());
        let size = format!("--window-size={width},{height}");
        let mut args = vec![
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            &user,
            &size,
        ];
        args.extend_from_slice(switches);
        let capabilities = json!({"goog:chromeOptions": {"args": args}});
        let capabilities = capabilities.as_object().unwrap().clone();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("Chromium starts");
        Page { client }
    }
}

/// One page, as a person sees it.
pub(crate) struct Page {
    pub(crate) client: Client,
}

impl Page {
    pub(crate) async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap();
    }

    /// Opens the counter page as the clerk of the sample hall.
    pub(crate) async fn sign_in(&self, address: &str) {
        self.open(&format!("{address}/counter")).await;
        self.fill("name", sample::CLERK.0).await;
        self.fill("password", sample::CLERK.1).await;
        self.click("sign-in").await;
    }

    /// The element with this `data-test` name, once it is there.
    pub(crate) async fn find(&self, name: &str) -> Element {
        let selector = format!("[data-test=\"{name}\"]");
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(&selector))
            .await;
        match found {
            Ok(element) => element,
            Err(error) => panic!("{name}: {error}; the page says: {}", self.text().await),
        }
    }

    /// What that element says. A live page may replace an element while it is read; then the new one is.
    pub(crate) async fn text_of(&self, name: &str) -> String {
        let mut tries = 0;
        loop {
            match self.find(name).await.text().await {
                Ok(text) => return text,
                Err(error) if error.is_stale_element_reference() && tries < 20 => tries += 1,
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }

    pub(crate) async fn click(&self, name: &str) {
        self.find(name).await.click().await.unwrap();
    }

    pub(crate) async fn fill(&self, name: &str, text: &str) {
        self.find(name).await.send_keys(text).await.unwrap();
    }

    /// All that the page says.
    pub(crate) async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }

    /// Waits until the page says all of `words`.
    pub(crate) async fn says(&self, words: &[&str]) {
        let look = async {
            loop {
                let text = self.text().await;
                if words.iter().all(|word| text.contains(word)) {
                    return;
                }
                // A page has no event for "something changed" that WebDriver would pass on.
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, look).await.is_err() {
            panic!(
                "the page never said {words:?}; it says: {}",
                self.text().await
            );
        }
    }

    /// Presses keys as on a keyboard.
    pub(crate) async fn press(&self, keys: &str) {
        self.client
            .find(Locator::Css("body"))
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Saves a picture of the page, for people to look at.
    pub(crate) async fn picture(&self, name: &str) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join(format!("{name}.png")),
            self.client.screenshot().await.unwrap(),
        )
        .unwrap();
    }

    pub(crate) async fn close(self) {
        self.client.close().await.unwrap();
    }
}
