// Plots: Vega-Lite specifications made by Altair, filled with what the filters leave.
const dark = matchMedia("(prefers-color-scheme: dark)");
// Nothing is ever loaded: a specification that asks for it fails.
const loader = {
  load: () => Promise.reject(new Error("this page loads nothing")),
  sanitize: () => Promise.reject(new Error("this page links nowhere")),
};
const drawn = {};

function specOf(name) {
  let text = JSON.stringify(specs.charts[name]);
  if (dark.matches) for (const [from, to] of Object.entries(specs.dark)) text = text.replaceAll(from, to);
  return JSON.parse(text);
}

// As wide as its place, whatever its labels take.
const fitted = (limit) => (spec, width) => Object.assign(spec,
  { width: Math.min(width, limit), autosize: { type: "fit-x", contains: "padding" } });

// Draws when the place comes near the screen; a later call for the same place replaces an earlier.
function draw(name, rows, { label, change = (spec) => spec, click = null, empty }) {
  const place = $(`c-${name}`);
  drawn[name] = { rows, label, change, click, empty };
  if (place.dataset.near) render(name);
}

async function render(name) {
  const { rows, label, change, click, empty } = drawn[name];
  const place = $(`c-${name}`);
  const turn = (place.turn = (place.turn ?? 0) + 1);
  place.view?.finalize();
  place.view = null;
  if (empty) {
    place.removeAttribute("role");
    place.removeAttribute("aria-label");
    place.dataset.drawn = name;
    place.replaceChildren(el("p", { class: "nothing" }, empty));
    return;
  }
  const spec = change(specOf(name), place.clientWidth);
  spec.datasets = rows;
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", label);
  const inner = el("div", { class: "vega" });
  const result = await vegaEmbed(inner, spec, { actions: false, ast: true, renderer: "svg", loader,
    logLevel: 1, // errors alone
    tooltip: { theme: dark.matches ? "dark" : "light" } });
  if (turn !== place.turn) { result.view.finalize(); return; }
  place.replaceChildren(inner);
  await result.view.resize().runAsync();
  place.view = result.view;
  place.dataset.drawn = name;
  if (click) result.view.addEventListener("click", (_, item) => item?.datum && click(item.datum));
}

function watchCharts() {
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || target.dataset.near) continue;
      target.dataset.near = "1";
      const name = target.id.slice(2);
      if (drawn[name]) render(name);
    }
  }, { rootMargin: "600px" });
  const again = () => Object.keys(drawn).forEach((name) => $(`c-${name}`).dataset.near && render(name));
  document.querySelectorAll(".chart").forEach((place) => watcher.observe(place));
  dark.addEventListener("change", again);
  let width = innerWidth;
  addEventListener("resize", debounce(200, () => {
    if (innerWidth !== width) { width = innerWidth; again(); }
  }));
  addEventListener("beforeprint", () => Object.keys(drawn).forEach((name) => {
    const place = $(`c-${name}`);
    if (!place.dataset.near) { place.dataset.near = "1"; render(name); }
  }));
}

const stanceTitle = (n) => `${STANCES[n].symbol} ${STANCES[n].id}`;

function contestedRows(indices, limit = 15) {
  const sets = new Map();
  for (const i of indices) {
    const byStance = sets.get(col.target[i]) ?? STANCES.map(() => new Set());
    byStance[col.stance[i]].add(col.actor[i]);
    sets.set(col.target[i], byStance);
  }
  const at = Object.fromEntries(STANCES.map((s, n) => [s.id, n]));
  const bars = [...sets].map(([target, by]) => ({ target, support: by[at.support].size,
    oppose: by[at.oppose].size, concern: by[at.concern].size,
    against: new Set([...by[at.oppose], ...by[at.concern]]).size }));
  const kept = bars.filter((bar) => bar.support + bar.against && !data.unknown.includes(bar.target))
    .sort((a, b) => Math.min(b.support, b.against) - Math.min(a.support, a.against)
      || b.support + b.against - a.support - a.against || a.target - b.target)
    .slice(0, limit);
  const scale = Math.max(...kept.map((bar) => bar.support + bar.oppose + bar.concern));
  const room = innerWidth < 640 ? 12 : 30;
  return kept.flatMap((bar, rank) => [["support", 0, bar.support], ["oppose", -bar.oppose, 0],
      ["concern", -bar.oppose - bar.concern, -bar.oppose]]
      .filter(([, x0, x1]) => x1 > x0)
      .map(([stance, x0, x1]) => ({ target: visible(TARGETS[bar.target].label), index: bar.target, rank,
        stance: stanceTitle(at[stance]), x0, x1, middle: (x0 + x1) / 2,
        symbol: (x1 - x0) * room >= scale ? STANCES[at[stance]].symbol : "", n: x1 - x0 })));
}

function drawContested() {
  const rows = contestedRows(filtered);
  draw("contested", { contested: rows }, {
    label: "Bars: actors for and against the most contested provisions. "
      + rows.slice(0, 9).map((row) => `${row.target}: ${row.stance.slice(2)} ${row.n}`).join("; "),
    empty: rows.length ? "" : "No support, opposition or concern is left by these filters.",
    change: fitted(860),
    click: (datum) => {
      if (datum.index === undefined) return;
      openDrawer(TARGETS[datum.index].label, filtered.filter((i) => col.target[i] === datum.index
        && stanceTitle(col.stance[i]) === datum.stance));
    },
  });
}
