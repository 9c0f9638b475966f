"""Opens pages that a program writes in a headless browser and uses them as people do: `.ci/browse` calls it.

    browse.py PROGRAM BROWSER SCRATCH
"""

import json
import pathlib
import subprocess
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PROGRAM, BROWSER, SCRATCH = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
SEED = "samples/gemini-image-edit/capture.txt"
HOSTILE = (
    "</script></style><script>document.title='PWN'</script><img src=x onerror=\"document.title='PWN'\">"
    "<meta http-equiv=refresh content='0;url=about:blank'>"
)
GRAVE = {"serious", "critical"}


def gemini(text, **details):
    """An exchange of a HAR, of one question."""
    body = {"contents": [{"role": details.get("role", "user"), "parts": [{"text": text}]}]}
    answer = {"candidates": [{"content": {"parts": [{"text": text}]}}]}
    url = f"https://relay.example/v1beta/models/{details.get('model', 'm')}:generateContent"
    return {
        "startedDateTime": details.get("start", "2025-01-01T00:00:00Z"), "time": 500,
        "request": {
            "method": "POST", "url": url, "headers": [{"name": "x-note", "value": text}],
            "postData": {"mimeType": "application/json", "text": json.dumps(body)},
        },
        "response": {
            "status": 200, "headers": [], "content": {"mimeType": "application/json", "text": json.dumps(answer)},
        },
    }


def archive(name, entries):
    """Writes a HAR."""
    path = SCRATCH / name
    path.write_text(json.dumps({"log": {"version": "1.2", "entries": entries}}))
    return str(path)


def page_of(*arguments):
    """Has the program write a page."""
    path = SCRATCH / f"page-{len(list(SCRATCH.glob('page-*')))}.html"
    run = subprocess.run([PROGRAM, *arguments, "--format", "html", "-o", str(path)])
    assert run.returncode == (1 if arguments[0] == "diff" else 0), f"{arguments}: exit code {run.returncode}"
    return path


class Visit:
    """A page in a browser, with all that it does on its own."""

    def __init__(self, browser, path, hash="", script="", **options):
        self.context = browser.new_context(reduced_motion="reduce", **options)
        self.page = self.context.new_page()
        self.requests, self.faults = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.page.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective));"
            + script)
        self.url = path.as_uri()
        started = time.monotonic()
        self.page.goto(self.url + hash)
        self.seconds = time.monotonic() - started

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            loaded = [url for url in self.requests if not url.startswith(("data:", self.url))]
            assert not loaded, f"{self.url}: loads {loaded}"
            assert not self.faults, f"{self.url}: {self.faults}"
            assert self.page.title() != "PWN" and self.page.title().endswith(" - unspool"), self.page.title()
        self.context.close()

    def has(self, script, what):
        """Requires what a script says of the page."""
        assert self.page.evaluate(script), f"{self.url}: {what}"

    def awaits(self, script, what):
        """Requires what a script says of the page before long."""
        for _ in range(200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        self.has(script, what)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self):
        """What has the keyboard, as words."""
        return self.page.evaluate(
            "(e => e.tagName + (e.id ? '#' + e.id : '') + ' ' + e.textContent.trim().slice(0, 40))(document.activeElement)")


def check_accessibility(visit, name):
    """Runs axe-core over everything that the page holds, unfolded, in light and in dark."""
    visit.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    # What is off the screen is not drawn, and its colours are not looked at.
    visit.page.evaluate(
        "(s => { s.replaceSync('*{content-visibility:visible !important}'); document.adoptedStyleSheets = [s] })(new CSSStyleSheet())")
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
        found = Axe().run(visit.page, options={"resultTypes": ["violations"], **rules}).response["violations"]
        grave = [
            f"{item['impact']} {item['id']}: {node['html'][:160]}"
            for item in found if item["impact"] in GRAVE for node in item["nodes"][:3]
        ]
        lesser = sorted({item["id"] for item in found if item["impact"] not in GRAVE})
        assert not grave, f"{name}, {scheme}:\n" + "\n".join(grave)
        print(f"axe: {name}, {scheme}: nothing serious" + (f"; lesser: {', '.join(lesser)}" if lesser else ""))


def check_tab_order(visit, name):
    """Tab reaches every control that is in sight, and none twice before the last."""
    wanted = visit.page.evaluate("""() => {
        const controls = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility({ contentVisibilityAuto: false }) && !e.closest('dialog'));
        controls.forEach((e, i) => { e.dataset.order = i });
        return controls.length;
    }""")
    visit.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    reached = set()
    for _ in range(wanted + 5):
        visit.press("Tab")
        order = visit.page.evaluate("document.activeElement.dataset.order")
        if order is not None:
            reached.add(int(order))
    missed = [
        visit.page.evaluate(f"document.querySelector('[data-order=\"{order}\"]').outerHTML.slice(0, 120)")
        for order in range(wanted) if order not in reached
    ]
    assert not missed, f"{name}: Tab does not reach {len(missed)} of {wanted}: {missed[:5]}"
    print(f"keys: {name}: Tab reaches all of {wanted} controls")


def check_fold(visit, selector):
    """Enter and Space unfold and fold what a summary stands above."""
    summary = visit.page.locator(selector).first
    was = summary.evaluate("e => e.parentElement.open")
    summary.focus()
    for key in ("Enter", "Space"):
        visit.press(key)
        now = summary.evaluate("e => e.parentElement.open")
        assert now != was, f"{visit.url}: {key} does not fold {selector}"
        was = now


def check_target(browser, path, hash, **options):
    """A link to a place inside of what is folded unfolds it and brings it into sight."""
    with Visit(browser, path, hash, **options) as visit:
        visit.page.wait_for_timeout(300)
        visit.has(
            f"(e => e.checkVisibility({{ contentVisibilityAuto: true }}) && "
            "e.getBoundingClientRect().top < innerHeight && e.getBoundingClientRect().bottom > 0)"
            f"(document.querySelector('{hash}'))", f"{hash} is not in sight")


def check_hostile(browser):
    hostile = archive("hostile.har", [gemini(HOSTILE, role=HOSTILE)] * 2)
    other = archive("other.har", [gemini(HOSTILE + " more", role=HOSTILE), gemini(HOSTILE, role=HOSTILE)])
    pages = [
        page_of("inspect", hostile, "--show", "headers,stream,raw"), page_of("inspect", SEED, "--show", "headers,stream,raw"),
        page_of("inspect", "samples/gemini-har/capture.har"), page_of("diff", hostile, other),
    ]
    for path in pages:
        with Visit(browser, path) as visit:
            visit.page.wait_for_timeout(200)
            visit.has("!document.querySelector('.toolbar nav').hidden", "the page's script did not run")
            visit.has("document.body.innerText.includes('Made by unspool')", "the page ends too soon")
            words = visit.page.evaluate("document.querySelector('main').textContent")
        with Visit(browser, path, java_script_enabled=False) as visit:
            assert visit.page.locator("main").text_content() == words, f"{path}: another text without its script"
    print(f"hostile: {len(pages)} pages, with and without their script")


def check_seed(browser):
    path = page_of("inspect", SEED)
    with Visit(browser, path) as visit:
        check_tab_order(visit, "seed")
        check_fold(visit, "article > details > summary")
        visit.press("?")
        visit.has("document.getElementById('keys').open", "? does not list the keys")
        visit.press("Escape")
        visit.has("!document.getElementById('keys').open", "Escape does not close the list of keys")
        visit.press("t")
        visit.has("document.documentElement.dataset.theme === 'dark'", "t does not turn the page dark")
        visit.press("e")
        visit.has("!document.querySelector('main details:not([open])')", "e does not unfold everything")
        check_accessibility(visit, "seed")
    check_target(browser, path, "#x1-rq-h1")
    check_target(browser, path, "#r-SEC001")


def check_many(browser):
    models = ["alpha", "delta", "gamma"]
    entries = [gemini(f"question {n}", model=models[n % 3], start=f"2025-01-01T00:{n:02}:00Z") for n in range(21)]
    path = page_of("inspect", archive("many.har", entries))
    with Visit(browser, path) as visit:
        check_tab_order(visit, "21 exchanges")
        visit.press("j")
        assert "1 POST" in visit.focus(), f"j leads to {visit.focus()}"
        visit.press("j", "j")
        assert visit.focus().startswith("SUMMARY 3 POST"), f"j leads to {visit.focus()}"
        visit.press("k")
        assert visit.focus().startswith("SUMMARY 2 POST"), f"k leads to {visit.focus()}"
        visit.press("/")
        assert visit.focus().startswith("INPUT#filter"), f"/ leads to {visit.focus()}"
        visit.page.keyboard.type("DELTA relay")
        shown = "[...document.querySelectorAll('.index tbody tr')].filter(e => !e.hidden)"
        visit.has(f"{shown}.length === 7 && {shown}.every(e => e.textContent.includes('delta'))", "the filter hides others")
        visit.has("document.querySelectorAll('article:not([hidden])').length === 7", "the filter hides other exchanges")
        visit.press("Escape")
        visit.has(f"{shown}.length === 21", "Escape does not end the filter")
        heading = visit.page.get_by_role("button", name="Model")
        heading.focus()
        first = "document.querySelector('.index tbody tr').textContent"
        visit.press("Enter")
        visit.has(f"{first}.includes('alpha')", "Enter on a heading does not sort")
        visit.has("document.querySelector('[aria-sort]').ariaSort === 'ascending'", "the sorting is not told")
        visit.press("Space")
        visit.has(f"{first}.includes('gamma')", "Space on a heading does not turn the order around")
        visit.page.get_by_role("button", name="#").click()
        visit.has(f"{first}.startsWith('1POST')", "the numbers do not sort by their size")
        check_fold(visit, "article:last-of-type > details > summary")
        check_accessibility(visit, "21 exchanges")
    check_target(browser, path, "#x20-t1")


def check_deferred(browser):
    """What is folded in a page of many exchanges is text to the browser until somebody needs it."""
    path = page_of("inspect", archive("deferred.har", [gemini(f"question {n}") for n in range(50)]))
    with Visit(browser, path, java_script_enabled=False) as visit:
        words = visit.page.locator("main").text_content()
    with Visit(browser, path) as visit:
        visit.awaits("!document.querySelector('noscript')", "what is deferred is not read where there is time")
        assert visit.page.locator("main").text_content() == words, f"{path}: another text without its script"
    # A page that is never idle.
    busy = "window.requestIdleCallback = () => {}"
    with Visit(browser, path, script=busy) as visit:
        visit.has("document.querySelectorAll('noscript').length === 30", "30 exchanges are not deferred")
        summary = visit.page.locator("article > details > summary").last
        summary.focus()
        visit.press("Enter")
        visit.awaits("[...document.querySelectorAll('article')].at(-1).querySelector('.chat')", "what is deferred is not read where it is unfolded")
        visit.press("e")
        visit.has("!document.querySelector('noscript, main details:not([open])')", "e does not unfold everything")
    check_target(browser, path, "#x40-t1", script=busy)
    print("deferred: 30 of 50 exchanges, read when they are idle, unfolded or linked to")


def check_long(browser):
    """An index whose rows are left aside in groups sorts, filters and prints as a whole."""
    entries = [gemini(f"question {n}", model=f"model-{n % 7}") for n in range(130)]
    path = page_of("inspect", archive("long.har", entries))
    numbers = "[...document.querySelectorAll('.index tbody th')].map(e => Number(e.textContent))"
    starts = "[...document.querySelectorAll('.index tr')].map(e => [...e.cells].map(c => Math.round(c.getBoundingClientRect().x)).join())"
    isSeen = "e => e.checkVisibility({ contentVisibilityAuto: true })"
    with Visit(browser, path) as visit:
        visit.has("document.querySelectorAll('.index.steady tbody').length === 3", "the rows are not in groups")
        visit.has(f"new Set({starts}).size === 1", "columns are not in line")
        for _ in range(2):
            visit.page.get_by_role("button", name="#").click()
        visit.has(f"{numbers}.every((n, i) => n === 130 - i)", "groups are not sorted as a whole")
        visit.press("/")
        visit.page.keyboard.type("model-3")
        visit.awaits(
            f"[...document.querySelectorAll('.index tbody tr')].filter({isSeen}).length === 19",
            "the filter does not show its rows, or not them alone")
        visit.press("Escape")
        visit.page.emulate_media(media="print")
        visit.awaits(
            f"[...document.querySelectorAll('.index tbody tr, article')].every({isSeen})", "print leaves something aside")
        visit.has(f"new Set({starts}).size === 1", "columns are not in line in print")
        visit.page.emulate_media(media="screen")
        check_accessibility(visit, "130 exchanges")
    check_target(browser, path, "#x129")
    print("long: 130 rows in 3 groups")


def check_diff(browser):
    path = page_of("diff", "samples/diff/morning.har", "samples/diff/evening.har")
    with Visit(browser, path) as visit:
        check_tab_order(visit, "diff")
        changes = visit.page.evaluate("[...document.querySelectorAll('.change')].map(e => e.id)")
        assert len(changes) > 10 and len(set(changes)) == len(changes), changes
        visit.press("j")
        for place in changes:
            visit.press("n")
            assert visit.page.evaluate("document.activeElement.id") == place, f"n leads to {visit.focus()}, not {place}"
        visit.press("n", "p")
        assert visit.page.evaluate("document.activeElement.id") == changes[-2], f"p leads to {visit.focus()}"
        visit.page.get_by_role("button", name="next change").click()
        check_fold(visit, ".unchanged summary")
        check_fold(visit, "article > details > summary")
        check_accessibility(visit, "diff")
    with Visit(browser, path, java_script_enabled=False) as visit:
        followed = [changes[0]]
        while visit.page.locator(f"#{followed[-1]} .steps a", has_text="↓").count():
            visit.page.locator(f"#{followed[-1]} .steps a", has_text="↓").click()
            followed.append(visit.page.url.split("#")[1])
        assert followed == changes, f"links lead to {followed}"
    for width, columns in ((1280, 2), (400, 1)):
        with Visit(browser, path, viewport={"width": width, "height": 900}) as visit:
            visit.has(
                f"getComputedStyle(document.querySelector('.change .sides')).gridTemplateColumns.split(' ').length === {columns}",
                f"not {columns} columns at {width} px")
            visit.has("document.documentElement.scrollWidth <= innerWidth", f"wider than {width} px")
    check_target(browser, path, f"#{changes[-1]}")


def measure(browser, counts):
    """Says how long pages of many exchanges take to open, and how long the page's thread works; for people, who know the machine."""
    for count in counts:
        entries = [gemini(f"question {n}") for n in range(count)]
        path = page_of("inspect", archive("measured.har", entries))
        with browser.new_context() as context:
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            started = time.monotonic()
            page.goto(path.as_uri(), timeout=600_000)
            seconds = time.monotonic() - started
            metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
            print(
                f"{count} exchanges: {path.stat().st_size / 1e6:.1f} MB, open in {seconds:.2f} s, "
                f"of which {metrics['TaskDuration']:.2f} s of work, {metrics['ScriptDuration']:.2f} s of script")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
    if counts := [int(count) for count in sys.argv[4:]]:
        measure(browser, counts)
    else:
        check_hostile(browser)
        check_seed(browser)
        check_many(browser)
        check_deferred(browser)
        check_long(browser)
        check_diff(browser)
    browser.close()
