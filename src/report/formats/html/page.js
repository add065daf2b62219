"use strict";
// Filters, sorts and opens. It reads the page and nothing else.
(() => {
  const form = document.getElementById("filters");
  const topics = document.getElementById("topics");
  const sections = [...topics.querySelectorAll("section.topic")];
  const parts = new Map();
  const tokens = (node) => {
    if (!parts.has(node)) parts.set(node, new Set(node.dataset.k.split(" ")));
    return parts.get(node);
  };
  const cards = sections.map((section) => [...section.querySelectorAll("article.finding")]);
  const rows = sections.map((section) => [...section.querySelectorAll("tr[data-k], .position[data-k]")]);
  const total = cards.reduce((sum, list) => sum + list.length, 0);

  const has = (node, wanted) => wanted.every((token) => tokens(node).has(token));

  function filter() {
    const value = (name) => form.elements[name].value;
    const about = ["topic", "claimant", "article"].map(value).filter(Boolean);
    const state = ["rule", "status"].map(value).filter(Boolean);
    const own = ["claimant", "article"].map(value).filter(Boolean);
    let shown = 0;
    let open = 0;
    sections.forEach((section, at) => {
      let fitting = 0;
      for (const card of cards[at]) {
        card.hidden = !has(card, [...about, ...state]);
        if (!card.hidden) fitting += 1;
      }
      const isAbout = has(section, about);
      section.hidden = state.length ? fitting === 0 : !isAbout && fitting === 0;
      for (const row of rows[at]) row.hidden = own.length > 0 && !has(row, own);
      if (!section.hidden) {
        shown += fitting;
        open += 1;
      }
    });
    document.getElementById("nothing").hidden = open > 0;
    const isAll = about.length + state.length === 0;
    document.getElementById("shown").textContent = isAll
      ? `${total} findings`
      : `${shown} of ${total} findings, ${open} of ${sections.length} topics`;
  }

  const question = (section) => section.querySelector("h2").textContent;
  const places = new Map(sections.map((section, at) => [section, at]));
  const orders = {
    worst: (a, b) => places.get(a) - places.get(b),
    order: (a, b) => Number(a.dataset.order) - Number(b.dataset.order),
    question: (a, b) => question(a).localeCompare(question(b), "en"),
    count: (a, b) => cards[places.get(b)].length - cards[places.get(a)].length,
  };

  function sort() {
    const sorted = [...sections].sort(orders[form.elements.sort.value]);
    const now = topics.querySelectorAll("section.topic");
    // Moving nodes takes the focus away: only where something moves.
    if (sorted.some((section, at) => section !== now[at])) topics.prepend(...sorted);
  }

  // A link to a part leads there, whatever is folded or filtered away.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let node = target.parentElement; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    target.scrollIntoView({ block: "start" });
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
    closed = [];
  });

  form.addEventListener("change", (event) => (event.target.name === "sort" ? sort() : filter()));
  form.addEventListener("reset", () => setTimeout(() => { filter(); sort(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
  });

  if (matchMedia("(max-width: 40rem)").matches) document.getElementById("filter-box").open = false;
  document.querySelector(".filters").hidden = false;
  filter();
  if (location.hash) follow();
})();
