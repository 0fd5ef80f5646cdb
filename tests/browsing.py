"""A browser for tests: headless Chromium, driven by ChromeDriver as the WebDriver protocol says."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from base64 import b64decode
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_PATIENCE = 20.0


def missing() -> str | None:
    """Which program a browser test cannot find; None if all are there."""
    return next((name for name in ("chromium", "chromedriver") if shutil.which(name) is None), None)


class Browser:
    """One window of a browser."""

    def __init__(self, address: str, profile: Path) -> None:
        options = {"binary": shutil.which("chromium"), "args": [*_ARGUMENTS, f"--user-data-dir={profile}"]}
        wanted = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
        self._session = f"{address}/session"
        self._session += f"/{self._call('', {'capabilities': wanted})['sessionId']}"

    def _call(self, path: str, content: Any = None, method: str = "POST") -> Any:
        data = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(
            self._session + path, data, {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path) -> None:
        """Show a page; keys reach it when this is done."""
        self._call("/url", {"url": page.as_uri()})
        self.wait_for("return document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """What a script gives, such as ``return document.title``."""
        return self._call("/execute/sync", {"script": script, "args": []})

    def wait_for(self, script: str) -> bool:
        """Wait until a script gives something true; whether it did in the time there is."""
        end = time.monotonic() + _PATIENCE
        while not (found := bool(self.run(script))) and time.monotonic() < end:
            time.sleep(0.02)
        return found

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        steps = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._call("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": steps}]})

    def show(self, width: int, height: int, scheme: str = "light") -> None:
        """Give the window a size, and the page a colour scheme."""
        self._devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        self._devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def _devtools(self, command: str, **parameters: Any) -> None:
        self._call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def complaints(self) -> list[str]:
        """What the browser has logged since it was last asked."""
        return [entry["message"] for entry in self._call("/se/log", {"type": "browser"})]

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return b64decode(self._call("/screenshot", method="GET"))

    def close(self) -> None:
        """End it."""
        self._call("", method="DELETE")


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser that ends with the block; `profile` is an empty folder for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        window = _connected(f"http://127.0.0.1:{port}", profile)
        try:
            yield window
        finally:
            window.close()
    finally:
        driver.terminate()
        driver.wait()


def _connected(address: str, profile: Path) -> Browser:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return Browser(address, profile)
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
