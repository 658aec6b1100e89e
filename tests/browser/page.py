"""The page under test: what a person does with it, and what the browser saw."""

import json
import os
import shutil

from newsclean import clean
from newsclean.report.audit import audit

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,860"),
)
_NETWORK = ("requestWillBeSent", "loadingFailed")


def chromium(folder):
    """Start a Chromium that knows nothing yet and keeps what it learns in a folder."""
    from selenium import webdriver

    os.environ["SE_OFFLINE"] = "true"
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in (*_FLAGS, f"--user-data-dir={folder}/profile"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def document(*pages, what=None, **hints):
    articles = [
        clean(page, id=f"p{i}", url=f"https://{'abc'[i % 3]}.example.com/{i}.html", **hints)
        for i, page in enumerate(pages)
    ]
    return audit([(article.id, article.to_dict()) for article in articles], "城南报", what=what)


class Page:
    def __init__(self, driver, file):
        self.driver, self.file, self.events = driver, file, []

    def open(self, view="", *, width=1280, height=860, media=None, language="en-GB", before=""):
        self.drop_logs()
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": k, "value": v} for k, v in (media or {}).items()])
        agent = self.js("return navigator.userAgent")
        self.cdp("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        self.before = before and self.cdp("Page.addScriptToEvaluateOnNewDocument", source=before)["identifier"]
        self.driver.get("about:blank")
        self.driver.get(f"file://{self.file}#/{view}")
        self.until("return 'ready' in document.documentElement.dataset")
        return self

    def reset(self):
        if self.before:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self.before)
        self.js("try { localStorage.clear() } catch {}")
        self.cdp("Emulation.setEmulatedMedia", media="", features=[])

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def js(self, code, *arguments):
        return self.driver.execute_script(code, *arguments)

    def until(self, code, *arguments):
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, 20, 0.05).until(lambda _: self.js(code, *arguments))

    def go(self, view):
        self.js("location.hash = arguments[0]", f"#/{view}")
        self.frame()

    def frame(self):
        """Wait until what was asked for is drawn, and what was put off for a moment is done."""
        self.driver.execute_async_script(
            "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done()), 300)"
        )

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def texts(self, selector):
        return self.js("return [...document.querySelectorAll(arguments[0])].map((node) => node.textContent)", selector)

    def click(self, selector):
        self.find(selector).click()
        self.frame()

    def press(self, *keys):
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()
            self.frame()

    def hover(self, selector):
        from selenium.webdriver import ActionChains

        self.js("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        ActionChains(self.driver).move_to_element(self.find(selector)).perform()
        self.frame()

    def select(self, selector, start, end):
        """Select characters (UTF-16) of an element's text, as a drag of the mouse does."""
        self.js(
            """const [root, start, end] = [document.querySelector(arguments[0]), arguments[1], arguments[2]];
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            for (let done = 0; walker.nextNode(); done += walker.currentNode.length) {
              const node = walker.currentNode;
              if (start >= done && start < done + node.length) range.setStart(node, start - done);
              if (end > done && end <= done + node.length) range.setEnd(node, end - done);
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);""",
            selector, start, end,
        )  # fmt: skip

    def export(self, folder):
        self.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder), eventsEnabled=True)
        self.press("e")
        file = folder / "review.jsonl"
        self.until("return true")
        for _ in range(40):
            if file.exists():
                break
            self.frame()
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()]

    def complaints(self):
        """What the browser's console holds: errors, and what the policy stopped."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def drop_logs(self):
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)

    def requests(self, *, blocked=False):
        """Return the addresses outside that were asked for since the page was opened, or those the policy blocked."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        self.events = [*self.events, *events]
        of = {name: [e["params"] for e in self.events if e["method"] == f"Network.{name}"] for name in _NETWORK}
        stopped = {event["requestId"] for event in of["loadingFailed"] if event.get("blockedReason") == "csp"}
        asked = [(event["requestId"] in stopped, event["request"]["url"]) for event in of["requestWillBeSent"]]
        return [url for stop, url in asked if stop == blocked and not url.startswith(("file:", "about:"))]
