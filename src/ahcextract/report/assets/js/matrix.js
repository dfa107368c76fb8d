// Who stands where: a grid of actors by provisions that the keyboard can walk.
function matrixCells(whole) {
  const cells = new Map(), actors = new Map(), targets = new Map();
  for (const i of filtered) {
    const target = whole ? TARGETS[col.target[i]].whole : col.target[i];
    const key = col.actor[i] * TARGETS.length + target;
    const list = cells.get(key);
    if (list) list.push(i); else cells.set(key, [i]);
    actors.set(col.actor[i], (actors.get(col.actor[i]) ?? 0) + 1);
    targets.set(target, (targets.get(target) ?? 0) + 1);
  }
  return { cells, actors, targets };
}

// The most active, then in the order asked for.
function chosenOnes(counts, limit, order) {
  const ranked = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const top = ranked.slice(0, limit);
  return order ? top.sort(order) : top;
}

const counted = (list) => STANCES.map((_, n) => list.filter((i) => col.stance[i] === n).length);

function cellOf(actor, target, list) {
  const td = el("td", { role: "gridcell", tabindex: "-1", "data-actor": actor, "data-target": target });
  if (!list) return td;
  const counts = counted(list);
  const words = STANCES.flatMap((s, n) => (counts[n] ? [`${s.id} ${counts[n]}`] : []));
  const label = visible(`${ACTORS[actor].name} on ${TARGETS[target].label}: ${words.join(", ")}`);
  td.className = "full";
  td.title = label;
  td.setAttribute("aria-label", label);
  td.append(el("span", { class: "stack" }, ...STANCES.flatMap((s, n) => (counts[n]
    ? [el("span", { class: `part p-${s.id}` }, glyph(s.id))] : []))));
  return td;
}

function rowOf(actor, targets, cells, previous) {
  const { name, id, bloc, type } = ACTORS[actor];
  const button = el("button", { type: "button", tabindex: "-1", title: visible(`Only ${name}`),
    onclick: () => setFilter({ actor: name }) },
  el("span", { class: "long" }, visible(name)),
  el("abbr", { class: "code", title: visible(name) }, visible(type === "state" ? id : name)));
  const head = el("th", { scope: "row", role: "rowheader" }, button,
    el("span", { class: `bloc-tag bloc-${Math.min(bloc, 5)}`, title: `bloc ${BLOC(bloc)}` }, bloc < 0 ? "·" : BLOC(bloc)));
  const tr = el("tr", { role: "row", class: previous !== undefined && previous !== bloc ? "edge" : null }, head);
  for (const target of targets) tr.append(cellOf(actor, target, cells.get(actor * TARGETS.length + target)));
  return tr;
}

function drawMatrix() {
  const whole = $("m-whole").checked;
  const [maxActors, maxTargets] = $("m-size").value.split(",").map(Number);
  const { cells, actors, targets } = matrixCells(whole);
  const rank = whole ? "wholeRank" : "rank";
  const rowOrder = { bloc: (a, b) => a - b, count: null,
    name: (a, b) => ACTORS[a].name.localeCompare(ACTORS[b].name, "en") }[$("m-rows").value];
  const columnOrder = { bloc: (a, b) => TARGETS[a][rank] - TARGETS[b][rank], count: null,
    number: (a, b) => a - b }[$("m-columns").value];
  const rows = chosenOnes(actors, maxActors, rowOrder);
  const columns = chosenOnes(targets, maxTargets, columnOrder);
  const frame = $("m-frame");
  noteMatrix(rows.length, actors.size, columns.length, targets.size);
  if (!rows.length) {
    frame.replaceChildren(el("p", { class: "nothing" }, "No position is left by these filters."));
    return;
  }
  const head = el("tr", { role: "row" }, el("td", { class: "corner" }),
    ...columns.map((target) => el("th", { scope: "col", role: "columnheader" },
      el("button", { type: "button", tabindex: "-1", title: visible(`Only ${TARGETS[target].label}`),
        onclick: () => setFilter({ target: TARGETS[target].label + (whole && TARGETS.some((t, n) => t.whole === target && n !== target) ? WHOLE : "") }) },
      el("span", {}, visible(TARGETS[target].short))))));
  const blocs = $("m-rows").value === "bloc";
  const body = rows.map((actor, n) => rowOf(actor, columns, cells,
    blocs && n ? ACTORS[rows[n - 1]].bloc : undefined));
  const table = el("table", { role: "grid", class: "matrix", "aria-label": "Stances of actors on provisions" },
    el("thead", {}, head), el("tbody", {}, ...body));
  table.cells = cells;
  table.querySelector("td.full")?.setAttribute("tabindex", "0");
  frame.replaceChildren(table);
}

function noteMatrix(rows, allRows, columns, allColumns) {
  const parts = [];
  if (rows < allRows) parts.push(`the ${rows} most active of ${many(allRows, "actor")}`);
  if (columns < allColumns) parts.push(`the ${columns} most discussed of ${many(allColumns, "provision and topic", "provisions and topics")}`);
  $("m-note").textContent = parts.length ? `Shown: ${parts.join(", ")}. Filter, or show more, to see others.` : "";
}

function openCell(td) {
  const table = td.closest("table");
  const actor = Number(td.dataset.actor), target = Number(td.dataset.target);
  const list = table.cells.get(actor * TARGETS.length + target);
  if (list) openDrawer(`${ACTORS[actor].name} on ${TARGETS[target].label}`, list);
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
function walk(event) {
  const cell = event.target.closest("td[role=gridcell], th");
  if (!cell) return;
  const row = cell.parentElement, inside = cell.tagName === "TD";
  if (event.key === "Enter" || event.key === " ") {
    // A heading's own button does what it does.
    if (inside) { event.preventDefault(); openCell(cell); }
    return;
  }
  const step = STEPS[event.key];
  let next = null;
  if (event.key === "Home") next = row.cells[1];
  else if (event.key === "End") next = row.cells[row.cells.length - 1];
  else if (step) next = row.closest("table").rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  if (!next || next.className === "corner") return;
  event.preventDefault();
  const to = next.querySelector("button") ?? next;
  $("m-frame").querySelectorAll("[tabindex='0']").forEach((node) => node.setAttribute("tabindex", "-1"));
  to.setAttribute("tabindex", "0");
  to.focus();
}

function watchMatrix() {
  $("m-frame").addEventListener("click", (event) => {
    const td = event.target.closest("td.full");
    if (td) openCell(td);
  });
  $("m-frame").addEventListener("keydown", walk);
  for (const id of ["m-rows", "m-columns", "m-size", "m-whole"]) $(id).addEventListener("change", drawMatrix);
  $("m-legend").append(...STANCES.map(({ id }) => el("li", {}, glyph(id), id)));
}
