"""The app in a browser: where it is served, to whom, with what, and all of it in a real browser."""

from __future__ import annotations

import asyncio
import re
import shlex
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner

from index.errors import UsageError
from index.own_files import MARKDOWN_MARK
from tests.tui.browser import CHROMIUM, ESCAPE_SEQUENCES, PATIENCE, Page, opened
from tests.tui.driving import articles
from tui.cli import cli
from tui.web.address import Address
from tui.web.serving import app_command

OSMOSIS = Path(sys.executable).with_name("osmosis")
ODD_NAME = 'it\'s "odd" $HOME `é` 雨'
# What reads the clipboard though the page has hidden it from itself.
CLIPBOARD = "Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard').get.call(navigator).readText()"


@pytest.fixture(autouse=True)
def nobodys_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and conversations of whoever runs the tests out of them."""
    monkeypatch.setenv("OSMOSIS_CONFIG", str(tmp_path / "no settings.toml"))
    monkeypatch.setenv("OSMOSIS_DATA_DIR", str(tmp_path / "data"))


@contextmanager
def serving(*arguments: str | Path, cwd: Path | None = None) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run ``osmosis chat --web`` on a free port, and give its address."""
    command = [OSMOSIS, "chat", "--web", "--port", "0", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL, cwd=cwd
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        try:
            url = process.stdout.readline().strip()
            assert url, process.stderr.read()
            yield url, process
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def got(url: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Return status, text and headers of what is at an address."""
    request = urllib.request.Request(url, headers=headers)
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=PATIENCE) as reply:
            return reply.status, reply.read().decode(errors="replace"), dict(reply.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), dict(error.headers)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_this_machine_alone_needs_no_word(host: str) -> None:
    assert Address.checked(host, 1, anyone=False).is_loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", "127.0.0.1.example.org"])
def test_another_address_is_asked_for_in_so_many_words(host: str) -> None:
    with pytest.raises(UsageError, match=r"read the articles.*no password.*--anyone-may-connect"):
        Address.checked(host, 1, anyone=False)
    assert not Address.checked(host, 1, anyone=True).is_loopback


def test_a_url_is_what_a_browser_takes() -> None:
    assert Address("127.0.0.1", 81).url == "http://127.0.0.1:81/"
    assert Address.checked("[::1]", 81, anyone=False).url == "http://[::1]:81/"
    assert Address("0.0.0.0", 81).url == f"http://{socket.gethostname()}:81/"


@pytest.mark.parametrize(
    ("served", "asked_for", "meant"),
    [
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "192.168.0.7", False),
        ("127.0.0.1", "pointed-here.example.org", False),
        ("0.0.0.0", "192.168.0.7", True),
        ("0.0.0.0", "pointed-here.example.org", False),
        ("articles.example.org", "articles.example.org", True),
    ],
)
def test_a_name_that_others_point_here_is_not_meant(served: str, asked_for: str, meant: bool) -> None:
    assert Address(served).is_asked_for_by(asked_for) is meant


def test_arguments_reach_the_app_whatever_is_in_them() -> None:
    shown = "import sys; print(sys.argv[1:])"
    words = ["chat", "--support", "0.5", "--", "-dash", ODD_NAME, "two\nlines", "; exit 3", ""]
    line = app_command(words).replace(shlex.quote("from tui.cli import main; main()"), shlex.quote(shown))
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout == f"{words}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "80"], "go with --web"),
        (["--anyone-may-connect"], "go with --web"),
        (["--web", "--host", "0.0.0.0"], "no password"),
        (["--web", "--port", "65536"], "65536"),
        (["--web", "--port", "http"], "http"),
        (["--web", "--host", "192.0.2.1", "--anyone-may-connect"], "no address of this machine"),
        (["--web", "--host", "no.such.invalid", "--anyone-may-connect"], "no address no.such.invalid"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(arguments: list[str], said: str) -> None:
    shown = CliRunner().invoke(cli, ["chat", *arguments])
    assert shown.exit_code != 0
    assert said in (shown.output if isinstance(shown.exception, SystemExit) else str(shown.exception))


def test_a_port_in_use_is_said_with_the_exit_code_of_usage() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [OSMOSIS, "chat", "--web", "--port", port],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"osmosis: Port {port} is in use: name another with --port, or take any with --port 0.\n"
    )


def test_without_textual_serve_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.app_service", None)
    monkeypatch.delitem(sys.modules, "tui.web.serving", raising=False)
    shown = CliRunner().invoke(cli, ["chat", "--web", "--port", "0"])
    assert isinstance(shown.exception, UsageError)
    assert "needs textual-serve" in str(shown.exception)


def test_serves_a_page_that_asks_nobody_else_and_refuses_other_sites() -> None:
    with serving() as (url, process):
        status, page, headers = got(url)
        assert status == 200 and "osmosis" in page
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        named = re.findall(r'(?:src|href)="([^"]*)"', page)
        assert len(named) >= 4
        for reference in named:
            assert reference.startswith(("/static/", "/page/", "data:,"))
            if not reference.startswith("data:"):
                status, text, _ = got(url + reference[1:])
                assert status == 200
                assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", text)
        assert got(url, Host="pointed-here.example.org")[0] == 403
        assert got(f"{url}ws", Origin="http://elsewhere.example.org")[0] == 403
        assert got(f"{url}page/../app_index.html")[0] == 404
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out) == (130, "")
        assert err.strip() == "Open this address in a browser. Ctrl+C ends it."


def test_beyond_this_machine_it_says_what_that_means() -> None:
    with serving("--host", "0.0.0.0", "--anyone-may-connect") as (url, process):
        port = url.rstrip("/").rpartition(":")[2]
        assert got(f"http://127.0.0.1:{port}/")[0] == 200
        process.terminate()
        _, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
    assert "Careful: anyone who can reach 0.0.0.0 can read the articles" in err


async def test_an_app_that_does_not_start_closes_its_page(tmp_path: Path) -> None:
    where = articles(tmp_path / "coast")
    with serving("--", where) as (url, _):
        where.rename(tmp_path / "elsewhere")
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}ws") as app:
            message = await app.receive(timeout=PATIENCE)
            assert message.type is aiohttp.WSMsgType.CLOSE


async def test_a_conversation_is_given_to_the_page_to_save_and_not_saved_here(tmp_path: Path) -> None:
    where = articles(tmp_path / "coast")
    here = tmp_path / "here"
    here.mkdir()
    with serving("--support", "0.01", "--", where, cwd=here) as (url, _):
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}ws") as app:
            await until_drawn(app, "3 articles")
            await app.send_json(["stdin", "Who built the lighthouse of Varn?"])
            await app.send_json(["stdin", "\r"])
            await until_drawn(app, "supported")
            await app.send_json(["stdin", "/export ~/a talk.html"])
            await app.send_json(["stdin", "\r"])
            message = await app.receive()
            while message.type is not aiohttp.WSMsgType.TEXT:
                message = await app.receive(timeout=PATIENCE)
            kind, key = message.json()
            assert kind == "deliver_file_start"
            async with session.get(f"{url}download/{key}") as reply:
                assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
                assert reply.headers["Content-Disposition"] == "attachment; filename=a-talk.html"
                assert "<mark>Maria Ortega</mark>" in await reply.text()
            async with session.get(f"{url}download/{key}") as again:
                assert again.status == 404
    assert list(here.iterdir()) == []


async def until_drawn(app: aiohttp.ClientWebSocketResponse, words: str) -> None:
    """Take in what the app draws until these words have come."""
    drawn = b""
    while words not in ESCAPE_SEQUENCES.sub("", drawn.decode(errors="replace")):
        message = await app.receive(timeout=PATIENCE)
        drawn += message.data if message.type is aiohttp.WSMsgType.BINARY else b""


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
async def test_in_a_browser_asks_follows_a_citation_and_copies(tmp_path: Path) -> None:
    where = articles(tmp_path / ODD_NAME)
    with serving("--support", "0.01", "--", where) as (url, _):
        async with opened(url, tmp_path / "profile") as page:
            await page.wait_for("3 articles")
            await ask(page, "Who built the lighthouse of Varn?")
            await page.wait_for("supported")
            assert "Maria Ortega" in page.written
            page.forget()
            await page.press("1", 49)
            await page.wait_for("place 1 of")
            await page.press("Tab", 9)
            reading = {"name": "clipboard-read"}
            await page.call("Browser.setPermission", origin=url, permission=reading, setting="granted")
            page.forget()
            await page.press("c", 67, alt=True)
            await page.wait_for("to the browser to copy")
            await page.until_true(f"{CLIPBOARD}.then(text => text.includes('Maria Ortega'))")
            copied = await page.run(CLIPBOARD)
            assert isinstance(copied, str) and "lighthouse.txt" in copied
            assert await page.run("document.getElementById('copying').open") is False
            await refuse_copying(page, copied)
            await save(page, tmp_path)
            assert all(at.startswith((url, url.replace("http", "ws", 1), "data:")) for at in page.requested)
            page.forget()
            await page.press("q", 81, control=True)
            await page.until_true("document.body.classList.contains('-closed')")


async def refuse_copying(page: Page, text: str) -> None:
    """Have the browser refuse: the page offers the words to be copied by hand."""
    await page.run("Clipboard.prototype.writeText = () => Promise.reject(new Error('refused')); undefined")
    page.forget()
    await page.press("c", 67, alt=True)
    await page.until_true("document.getElementById('copying').open")
    assert await page.run("document.getElementById('copying-text').value") == text
    await page.run("document.getElementById('copying').close()")


async def save(page: Page, folder: Path) -> None:
    """Have the conversation saved: the browser gets a file, and shows what it showed."""
    await page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    page.forget()
    await page.press("Escape", 27)
    await page.wait_for("Alt+C Copy")  # the prompt has the cursor: letters are typed
    await ask(page, "/export talk.md")
    await page.wait_for("to the browser to save")
    saved = folder / "talk.md"
    async with asyncio.timeout(PATIENCE):
        while not saved.is_file():
            await asyncio.sleep(0.1)  # a browser tells nobody here that it has saved
    assert saved.read_text(encoding="utf-8").startswith(
        f"{MARKDOWN_MARK}\n\n# Who built the lighthouse of Varn?"
    )


async def ask(page: Page, question: str) -> None:
    await page.type(question)
    await page.press("Enter", 13)
