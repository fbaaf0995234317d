// Search, filters, order, links to rows, download, language. Everything that is read is in the page already.
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const one = (id) => document.getElementById(id);
  // The name of a source stands where it is cited first (lean.py).
  for (const link of all('cite > a[href^="#"]')) link.replaceWith(...one(link.hash.slice(1)).cloneNode(true).childNodes);
  const rows = all(".row[data-v]");
  const text = new Map(rows.map((row, place) => [row, { words: row.textContent.toLowerCase(), place }]));
  const FIRST = 12; // rows of a long list that are shown until somebody asks for all
  let language = "zh";
  const say = (zh, en) => (language === "zh" ? zh : en);

  // Long lists: a few rows, and a button. Beside a heading its count gives way to how many of its rows are shown.
  const lists = all(".rows").map((list) => ({ list, held: all(".row", list), button: null, open: !list.classList.contains("long"), whole: list.closest("details.board, section").querySelector(".count") }));
  for (const entry of lists) {
    if (entry.whole) { entry.told = document.createElement("span"); entry.told.className = "count"; entry.whole.after(entry.told); }
    if (entry.open || entry.held.length <= FIRST + 3) { entry.open = true; continue; }
    entry.button = document.createElement("button");
    entry.button.type = "button";
    entry.button.className = "more";
    entry.button.addEventListener("click", () => { entry.open = true; show(); entry.held[FIRST].querySelector("summary").focus(); });
    entry.list.after(entry.button);
  }

  const value = (id) => (one(id) ? one(id).value : "");
  const fits = (row, wanted) =>
    wanted.words.every((word) => text.get(row).words.includes(word)) &&
    (!wanted.v || row.dataset.v === wanted.v) && (!wanted.t || row.dataset.t === wanted.t) &&
    (!wanted.u || (row.dataset.u || "").split("|").includes(wanted.u));

  // What stands in no list of rows: charts, links to rows, lines of tables. With links it goes with the rows that they lead to, else by its own words.
  const beside = all("main li, main figure, main .peer, main tbody tr, main .row:not([data-v])").filter((item) => !item.closest(".row[data-v]"))
    .map((item) => ({ item, leads: all('a[href^="#"]', item).map((link) => one(link.hash.slice(1))).filter(Boolean), words: item.textContent.toLowerCase() }));
  const fitsBeside = ({ leads, words }, wanted) =>
    leads.length ? leads.some((row) => !row.hidden) : !wanted.v && !wanted.t && !wanted.u && wanted.words.every((word) => words.includes(word));

  const KEPT = [".row", "li", "figure", ".peer", "tbody tr"].map((what) => `${what}:not([hidden])`).join();
  const ALL = { words: [] };
  const wishes = () => ({ words: value("search").trim().toLowerCase().split(/\s+/).filter(Boolean), v: value("filter-v"), t: value("filter-t"), u: value("filter-u") });
  function show(wanted = wishes(), uncut = false) {
    const asked = wanted.words.length || wanted.v || wanted.t || wanted.u;
    let found = 0;
    for (const { list, held, button, open, whole, told } of lists) {
      let shown = 0;
      for (const row of held) {
        const fit = fits(row, wanted);
        row.hidden = !fit || (!asked && !open && !uncut && shown >= FIRST);
        if (!row.hidden) shown += 1;
      }
      found += shown;
      if (button) {
        button.hidden = Boolean(asked) || open;
        button.textContent = say(`显示全部${held.length}项`, `Show all ${held.length}`);
      }
      if (whole) { whole.hidden = Boolean(asked); told.textContent = asked ? say(`${held.length}项中的${shown}项`, `${shown} of ${held.length}`) : ""; }
      const board = list.closest("details.board");
      if (board) { board.hidden = Boolean(asked) && shown === 0; if (asked && shown) board.open = true; }
    }
    for (const entry of beside) entry.item.hidden = Boolean(asked) && !(found && fitsBeside(entry, wanted));
    // What holds nothing that fits goes too, and with it the sections that only explain.
    for (const held of all("main section, main .move, main .unit")) held.classList.toggle("empty", Boolean(asked) && !held.querySelector(KEPT));
    document.body.classList.toggle("asked", Boolean(asked));
    one("found").textContent = !asked ? "" : found ? say(`${rows.length}行中符合的有${found}行`, `${found} of ${rows.length} rows fit`) : say("没有匹配的目标", "No target fits");
    one("clear").hidden = !asked;
  }

  function clear() {
    for (const id of ["search", "filter-v", "filter-t", "filter-u"]) if (one(id)) one(id).value = "";
    show();
    one("search").focus();
  }

  function sort() {
    const how = value("sort");
    const by = {
      page: (row) => text.get(row).place,
      name: (row) => row.querySelector(".name").textContent,
      theme: (row) => row.dataset.t,
      margin: (row) => (row.dataset.m === undefined ? Infinity : Number(row.dataset.m)),
    }[how];
    for (const { list, held } of lists) {
      held.sort((a, b) => {
        const [x, y] = [by(a), by(b)];
        return (typeof x === "string" ? x.localeCompare(y, "zh") : x === y ? 0 : x - y) || text.get(a).place - text.get(b).place;
      });
      list.append(...held);
    }
    show();
  }

  function reveal() {
    const row = location.hash.length > 1 && one(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.matches("details")) return;
    for (const entry of lists) if (entry.held.includes(row)) entry.open = true;
    const board = row.closest("details.board");
    if (board) board.open = true;
    show();
    row.hidden = false;
    row.open = true;
    row.scrollIntoView({ block: "start" });
    row.querySelector("summary").focus({ preventScroll: true });
  }

  const cell = (row, name) => { const held = row.querySelector(`[data-c="${name}"]`); return held ? held.textContent.trim().replace(/^—$/, "") : ""; };
  // A cell that a spreadsheet would take for a formula is text.
  const quoted = (held) => `"${held.replace(/^[=+@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  function download() {
    const heads = (document.body.dataset.columns || "").split(",");
    const lines = rows.map((row) => [
      row.id, row.querySelector(".name").textContent.trim(), row.dataset.t, ...heads.map((name) => cell(row, name)), row.dataset.v,
      all("blockquote", row).map((quote) => quote.textContent).join(" ／ "), (row.dataset.u || "").replaceAll("|", "、"),
    ]);
    const head = ["row", "indicator", "theme", ...heads, "kind", "quotes", "units"];
    const content = "\ufeff" + [head, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
    link.download = `${document.body.dataset.file}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const ATTRIBUTES = { enLabel: "aria-label", enPlaceholder: "placeholder", enAnchor: "text-anchor" };
  // The English of a phrase stands where the phrase stands first (write.py).
  const english = new Map();
  for (const held of all("[data-en]:not(text)")) {
    if (held.dataset.en && !held.childElementCount && !english.has(held.textContent)) english.set(held.textContent, held.dataset.en);
    held.dataset.en ||= english.get(held.textContent) || held.textContent;
  }
  const chinese = new Map(all("[data-en]").map((held) => [held, [...held.childNodes]]));
  function speak() {
    language = language === "zh" ? "en" : "zh";
    for (const held of all("[data-en]")) {
      held.replaceChildren(...(language === "zh" ? chinese.get(held) : [held.dataset.en]));
      if (language === "en") held.lang = "en"; else held.removeAttribute("lang");
    }
    for (const [key, name] of Object.entries(ATTRIBUTES))
      for (const held of all(`[data-${key.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase())}]`)) {
        const other = held.getAttribute(name);
        held.setAttribute(name, held.dataset[key]);
        held.dataset[key] = other;
      }
    one("language").textContent = say("English", "中文");
    one("language").lang = say("en", "zh-CN");
    for (const button of all(".copy")) button.textContent = offered();
    show();
  }

  // A row that is opened offers a link to itself.
  const offered = () => say("复制这一行的链接", "Copy a link to this row");
  function offer(row) {
    if (!row.open || row.querySelector(".copy")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = offered();
    button.addEventListener("click", () => copy(row, button));
    row.querySelector(".behind").append(button);
  }
  function copy(row, button) {
    const link = `${location.href.split("#")[0]}#${row.id}`;
    history.replaceState(null, "", `#${row.id}`);
    const done = () => { button.textContent = say("已复制", "Copied"); };
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, () => { button.textContent = link; });
    else button.textContent = link;
  }
  for (const row of rows) row.addEventListener("toggle", () => offer(row));
  // On paper every row of the lists is there, whatever is shown on the screen.
  addEventListener("beforeprint", () => show(ALL, true));
  addEventListener("afterprint", () => show());
  addEventListener("hashchange", reveal);
  for (const id of ["search", "filter-v", "filter-t", "filter-u"]) one(id)?.addEventListener("input", () => show());
  one("clear")?.addEventListener("click", clear);
  one("sort")?.addEventListener("input", sort);
  one("download")?.addEventListener("click", download);
  one("language")?.addEventListener("click", speak);
  for (const held of all(".tools")) held.hidden = false;
  for (const held of rows) text.get(held).words += " " + all("[data-en]", held).map((part) => part.dataset.en).join(" ").toLowerCase();
  for (const held of beside) held.words += " " + all("[data-en]", held.item).map((part) => part.dataset.en).join(" ").toLowerCase();
  show();
  reveal();
})();
