"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const changes = all(".change");
  const filters = one("filters");
  let current = -1;

  root.classList.add("js");

  /* A side is the text of both versions with one of them hidden; it is made when it is first shown. */
  function split() {
    for (const text of all(".row > .text")) {
      const sides = document.createElement("div");
      sides.className = "sides";
      for (const [side, name] of [["was", "old"], ["now", "new"]]) {
        const half = document.createElement("div");
        const title = document.createElement("div");
        title.className = "side-name";
        title.textContent = name;
        const copy = text.cloneNode(true);
        copy.classList.add(side);
        half.append(title, copy);
        sides.append(half);
      }
      text.before(sides);
    }
    filter();
  }

  function show(view) {
    if (view === "split" && !document.querySelector(".sides")) split();
    root.classList.toggle("split", view === "split");
    root.classList.toggle("inline", view === "inline");
    for (const button of all("[data-view]")) button.setAttribute("aria-pressed", button.dataset.view === view);
  }

  const visible = () => changes.filter((change) => !change.closest("[hidden]") && !change.matches(".out"));

  function say() {
    const shown = visible();
    const at = shown.indexOf(changes[current]);
    one("position").textContent = at < 0 ? `${shown.length} change${shown.length === 1 ? "" : "s"}` : `${at + 1} of ${shown.length}`;
    one("none").hidden = shown.length > 0 || changes.length === 0;
  }

  function light(change) {
    for (const mark of all(".a.lit")) mark.classList.remove("lit");
    if (change && change.id) for (const mark of all(`.a[data-c="${change.id}"]`)) mark.classList.add("lit");
  }

  function go(step) {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.indexOf(changes[current]);
    let next = at + step;
    if (at < 0) {
      const below = shown.findIndex((change) => change.getBoundingClientRect().top > 0);
      next = current < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.max(below, 0);
    }
    const target = shown[(next + shown.length) % shown.length];
    current = changes.indexOf(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    say();
  }

  /* A change is shown if its part is, and one of its kinds; a text is shown with its changes. */
  function filter() {
    const off = (sort) => new Set(all(`input[data-${sort}]:not(:checked)`).map((box) => box.dataset[sort]));
    const parts = off("part");
    const kinds = off("kind");
    for (const change of changes) {
      const row = change.closest(".row");
      const hidden = parts.has(change.dataset.part) || change.dataset.kinds.split(" ").every((kind) => kinds.has(kind));
      if (change.matches("h4")) change.classList.toggle("out", hidden);
      else change.hidden = hidden;
      if (row) row.hidden = all(".change", row).every((other) => other.hidden || other.matches(".out"));
    }
    for (const mark of all(".a[data-c]")) mark.classList.toggle("off", one(mark.dataset.c).hidden);
    say();
  }

  function toggle(button, name) {
    button.setAttribute("aria-pressed", root.classList.toggle(name));
  }

  function openFilters() {
    filters.hidden = !filters.hidden;
    one("filter").setAttribute("aria-expanded", !filters.hidden);
  }

  for (const button of all("[data-view]")) button.addEventListener("click", () => show(button.dataset.view));
  one("next").addEventListener("click", () => go(1));
  one("previous").addEventListener("click", () => go(-1));
  one("help").addEventListener("click", () => one("keys").showModal());
  one("filter").addEventListener("click", openFilters);
  one("unchanged").addEventListener("click", (event) => toggle(event.currentTarget, "all"));
  filters.addEventListener("change", filter);
  document.addEventListener("focusin", (event) => {
    const change = event.target.closest(".change");
    if (change) current = changes.indexOf(change);
    light(change);
    say();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".a[data-c]");
    if (mark) one(mark.dataset.c).focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("keys").open || event.target.matches("input:not([type=checkbox])")) return;
    const does = {
      n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1),
      v: () => show(root.classList.contains("split") ? "inline" : "split"),
      u: () => one("unchanged").click(), f: openFilters, "?": () => one("keys").showModal(),
      Escape: () => { if (!filters.hidden) openFilters(); },
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  show(window.matchMedia("(min-width: 60rem)").matches ? "split" : "inline");
  say();
})();
