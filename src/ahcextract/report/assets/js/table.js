// All positions the filters leave: sorted and in pages, so that 50,000 stay quick.
const text = (a, b) => a.localeCompare(b, "en");
const rankOf = (names) => {
  const order = [...names.keys()].sort((a, b) => text(names[a], names[b]));
  const rank = new Uint32Array(names.length);
  order.forEach((n, place) => { rank[n] = place; });
  return rank;
};
const actorRank = rankOf(ACTORS.map((actor) => actor.name));
const topicRank = rankOf(data.topics.map((list) => list.join(", ")));
// Targets, issues and stances stand in their order already.
const COLUMNS = [
  ["issue", "Issue", (i) => col.issue[i]],
  ["actor", "Actor", (i) => actorRank[col.actor[i]]],
  ["stance", "Stance", (i) => col.stance[i]],
  ["target", "Provision", (i) => col.target[i]],
  ["topics", "Topics", (i) => topicRank[col.topics[i]]],
  ["sentence", "Sentence", null],
  ["confidence", "Conf.", (i) => col.confidence[i]],
  ["open", "", null],
];
const table = { key: null, down: false, page: 0, rows: [] };

function sortTable() {
  table.rows = [...filtered];
  const by = COLUMNS.find(([key]) => key === table.key)?.[2];
  if (by) {
    const sign = table.down ? -1 : 1;
    table.rows.sort((a, b) => sign * (by(a) - by(b)) || a - b);
  }
}

function tableRow(i) {
  const { label, title } = ISSUES[col.issue[i]];
  const cell = (name, attributes, ...children) => el("td", { "data-label": name, ...attributes }, ...children);
  return el("tr", { "data-id": col.id[i] },
    cell("Issue", { title: title ? visible(title) : null }, visible(label)),
    cell("Actor", {}, visible(actorName(i))),
    cell("Stance", {}, badge(STANCES[col.stance[i]].id)),
    cell("Provision", {}, visible(TARGETS[col.target[i]].label)),
    cell("Topics", {}, visible(topicsOf(i).map((topic) => topic.replaceAll("-", " ")).join(", "))),
    cell("Sentence", { class: "sentence" }, el("span", { class: "clamp" }, ...markedSentence(i))),
    cell("Confidence", { class: "num" }, col.confidence[i].toFixed(2)),
    el("td", {}, el("a", { class: "read", href: `#${encodeURIComponent(col.id[i])}`,
      "aria-label": visible(`Read: ${actorName(i)}, ${STANCES[col.stance[i]].id}, ${TARGETS[col.target[i]].label}`) }, "Read")));
}

const pageSize = () => Number($("t-size").value);

function drawTable() {
  const size = pageSize(), pages = Math.max(Math.ceil(table.rows.length / size), 1);
  table.page = Math.min(Math.max(table.page, 0), pages - 1);
  const first = table.page * size;
  const part = table.rows.slice(first, first + size);
  $("t-body").replaceChildren(...(part.length ? part.map(tableRow)
    : [el("tr", {}, el("td", { colspan: COLUMNS.length, class: "nothing" }, "No position is left by these filters."))]));
  $("t-note").textContent = part.length
    ? `Rows ${number(first + 1)} to ${number(first + part.length)} of ${number(table.rows.length)}` : "";
  $("t-page").value = table.page + 1;
  $("t-page").max = pages;
  $("t-pages").textContent = `of ${number(pages)}`;
  for (const id of ["t-first", "t-prev"]) $(id).disabled = table.page === 0;
  for (const id of ["t-next", "t-last"]) $(id).disabled = table.page >= pages - 1;
  for (const id of ["d-csv", "d-jsonl"]) $(id).disabled = !table.rows.length;
}

function drawHead() {
  $("t-head").replaceChildren(...COLUMNS.map(([key, name, by]) => {
    const on = table.key === key;
    const sort = by ? (on ? (table.down ? "descending" : "ascending") : "none") : null;
    return el("th", { scope: "col", class: `c-${key}`, "aria-sort": sort }, by
      ? el("button", { type: "button", onclick: () => { sortBy(key); $("t-head").querySelector(`.c-${key} button`).focus(); } },
        name, el("span", { class: "dir", "aria-hidden": "true" }, on ? (table.down ? "▼" : "▲") : "↕"))
      : name || el("span", { class: "off" }, "Open"));
  }));
}

function sortBy(key) {
  // Up, down, back to the order of the text.
  if (table.key !== key) sortAs(key, false);
  else if (!table.down) sortAs(key, true);
  else sortAs(null, false);
}

function sortAs(key, down) {
  Object.assign(table, { key, down, page: 0 });
  $("t-sort").value = key ? key + (down ? ":down" : "") : "";
  sortTable();
  drawHead();
  drawTable();
}

function refreshTable() {
  table.page = 0;
  sortTable();
  drawTable();
}

// Turns to the page that holds a record and brings its row into view.
function revealRow(i) {
  const at = table.rows.indexOf(i);
  if (at < 0) return;
  table.page = Math.floor(at / pageSize());
  drawTable();
  const row = $("t-body").rows[at % pageSize()];
  row.classList.add("found");
  // At once: a smooth way there passes charts that are drawn when they are seen, and grow.
  row.scrollIntoView({ block: "center", behavior: "instant" });
}

function watchTable() {
  const turn = (to) => () => { table.page = to(); drawTable(); };
  $("t-first").addEventListener("click", turn(() => 0));
  $("t-prev").addEventListener("click", turn(() => table.page - 1));
  $("t-next").addEventListener("click", turn(() => table.page + 1));
  $("t-last").addEventListener("click", turn(() => Infinity));
  $("t-page").addEventListener("change", turn(() => (Number($("t-page").value) || 1) - 1));
  $("t-size").addEventListener("change", turn(() => 0));
  options($("t-sort"), [["", "as in the text"], ...COLUMNS.filter(([, , by]) => by)
    .flatMap(([key, name]) => [[key, `${name} ▲`], [`${key}:down`, `${name} ▼`]])]);
  $("t-sort").addEventListener("change", () => {
    const [key, down] = $("t-sort").value.split(":");
    sortAs(key || null, Boolean(down));
  });
  drawHead();
}
