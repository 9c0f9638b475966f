(() => {
  "use strict";
  const page = document.documentElement;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const bar = document.querySelector(".toolbar nav");
  const box = document.getElementById("filter");
  const keys = document.getElementById("keys");
  bar.hidden = false;
  page.classList.add("scripted");

  // A page that was opened from a file may have no storage.
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("unspool-theme", value);
      return localStorage.getItem("unspool-theme") || "";
    } catch { return page.dataset.theme || ""; }
  };
  const show = (theme) => { if (theme) page.dataset.theme = theme; else delete page.dataset.theme; };
  show(kept());
  const turnTheme = () => {
    const next = { "": "dark", dark: "light", light: "" }[page.dataset.theme || ""];
    kept(next);
    show(next);
  };

  // What is folded in a page of many exchanges is the text of a noscript element until it is unfolded, linked to, printed,
  // or until there is nothing else to do: then the page's own find sees it too.
  const read = (kept) => {
    if (!kept.isConnected) return;
    const held = document.createElement("template");
    held.innerHTML = kept.textContent;
    kept.replaceWith(held.content);
  };
  const readAll = (root) => all("noscript", root).forEach(read);
  document.addEventListener("toggle", (event) => readAll(event.target), true);
  addEventListener("beforeprint", () => readAll());
  const follow = () => {
    const id = location.hash.slice(1);
    if (!id || document.getElementById(id)) return;
    const kept = all("noscript").find((kept) => kept.textContent.includes(` id="${id}"`));
    if (!kept) return;
    read(kept);
    location.replace(location.hash);
  };
  addEventListener("hashchange", follow);
  follow();
  const waiting = all("noscript").reverse();
  const wait = window.requestIdleCallback || ((run) => setTimeout(() => run({ timeRemaining: () => 0 }), 50));
  const readRest = (deadline) => {
    do { if (waiting.length) read(waiting.pop()); } while (waiting.length && deadline.timeRemaining() > 2);
    if (waiting.length) wait(readRest);
  };
  if (waiting.length) addEventListener("load", () => wait(readRest));

  const unfold = () => {
    readAll();
    const folded = all("main details:not([open])");
    const isOpening = folded.length > 0;
    all("main details").forEach((details) => { details.open = isOpening; });
  };

  // The filter hides what does not hold every word; rows of the index and exchanges alike.
  const list = () => {
    const rows = all(".index tbody tr").map((row) => {
      const link = row.querySelector("a");
      const place = link && document.getElementById(link.hash.slice(1));
      return { row, article: place && place.closest("article"), text: row.textContent.toLowerCase() };
    });
    return rows.length ? rows : all("article").map((article) => ({ article, text: article.textContent.toLowerCase() }));
  };
  let entries;
  const filter = () => {
    entries ||= list();
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    page.classList.toggle("filtered", words.length > 0);
    for (const { row, article, text } of entries) {
      const isHidden = !words.every((word) => text.includes(word));
      if (row) row.hidden = isHidden;
      if (article) article.hidden = isHidden;
    }
  };
  box.addEventListener("input", filter);

  // A click on a heading sorts the index; words by their text, numbers by their key, the largest first.
  all(".index thead th").forEach((heading) => {
    if (heading.classList.contains("timing")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const column = heading.cellIndex;
      const isNumber = heading.classList.contains("num");
      const was = heading.ariaSort;
      const isUp = was ? was === "descending" : !isNumber || column === 0;
      all("th", heading.parentNode).forEach((other) => { other.ariaSort = null; });
      heading.ariaSort = isUp ? "ascending" : "descending";
      const bodies = [...heading.closest("table").tBodies];
      const sizes = bodies.map((body) => body.rows.length);
      const key = (row) => isNumber ? Number(row.cells[column].dataset.key) : row.cells[column].textContent;
      const sorted = bodies.flatMap((body) => [...body.rows]).map((row) => [key(row), row]);
      sorted.sort(([a], [b]) => (isNumber ? a - b : a < b ? -1 : a > b ? 1 : 0) * (isUp ? 1 : -1));
      bodies.forEach((body, place) => body.append(...sorted.splice(0, sizes[place]).map(([, row]) => row)));
    });
  });

  const places = () => all("article").filter((article) => !article.hidden);
  let current = -1;
  const go = (step) => {
    const articles = places();
    if (!articles.length) return;
    const focused = articles.indexOf(document.activeElement && document.activeElement.closest("article"));
    current = Math.max(0, Math.min(articles.length - 1, (focused >= 0 ? focused : current) + step));
    const summary = articles[current].querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "start" });
  };

  // The differences of a comparison, one after the other; what they are folded into is unfolded.
  let change = -1;
  const step = (by) => {
    const changes = all(".change").filter((item) => !item.closest("article").hidden);
    if (!changes.length) return;
    const active = document.activeElement && document.activeElement.closest(".change");
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const from = changes.indexOf(active || (change < 0 && target && target.closest(".change")));
    change = Math.max(0, Math.min(changes.length - 1, (from >= 0 ? from : change) + by));
    const item = changes[change];
    for (let fold = item.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  const deeds = { previous: () => step(-1), next: () => step(1), theme: turnTheme, unfold, print: () => print(), keys: () => keys.showModal(), close: () => keys.close() };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) deeds[button.dataset.do]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target === box) {
      if (event.key === "Escape") { box.value = ""; filter(); box.blur(); }
      return;
    }
    const isComparison = bar.querySelector("[data-do=next]");
    const steps = isComparison ? { n: deeds.next, p: deeds.previous } : {};
    const deed = { ...steps, j: () => go(1), k: () => go(-1), e: unfold, t: turnTheme, "?": deeds.keys, "/": () => box.focus() }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
})();
