// Puts the parts together and follows the address.
function followAddress({ first = false } = {}) {
  const hash = location.hash;
  if (hash.startsWith("#?")) {
    const parameters = new URLSearchParams(hash.slice(2));
    const [a, b] = (parameters.get("pair") ?? "").split("~").map((id) => ACTORS.findIndex((actor) => actor.id === id));
    if (b >= 0 && a >= 0) { openPair(a, b); return; }
    readFilters(parameters);
    applyFilters({ write: false });
    if (!first) $("stands").scrollIntoView();
    return;
  }
  const i = byId.get(idInAddress());
  if (i === undefined) return;
  if (!table.rows.includes(i)) { readFilters(new URLSearchParams()); applyFilters({ write: false }); }
  revealRow(i);
  openDrawer(`${actorName(i)} on ${TARGETS[col.target[i]].label}`, [i],
    `One position of ${many(N, "position")}`);
}

function start() {
  document.querySelectorAll(".glyph-slot").forEach((slot) => slot.replaceWith(glyph(slot.dataset.stance)));
  watchDrawer();
  if (!N) return;
  fillFilters();
  showFilters();
  watchFilters();
  watchMatrix();
  watchSides();
  watchMoved();
  watchTable();
  watchDownloads();
  watchCharts();
  let sidesKey = null;
  listeners.push(drawMatrix, drawContested, drawTimeline, () => { shiftsShown = SHIFTS_PART; drawShifts(); },
    refreshTable, () => {
      // Agreement follows two of the filters only: spare it the others.
      const key = `${chosen.group}|${chosen.topic}`;
      if (key !== sidesKey) { sidesKey = key; drawSides(); }
    });
  applyFilters({ write: false });
  followAddress({ first: true });
  addEventListener("hashchange", () => followAddress());
  document.documentElement.dataset.ready = "1";
}

start();
