// How it moved: the timeline, and every change of stance with both sentences.
const SHIFTS_PART = 12;
let shiftsShown = SHIFTS_PART;

function drawTimeline() {
  const counts = new Map();
  for (const i of filtered) {
    const key = col.issue[i] * STANCES.length + col.stance[i];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].map(([key, n]) => ({ issue: ISSUES[Math.floor(key / STANCES.length)].label,
    at: Math.floor(key / STANCES.length), s: key % STANCES.length, stance: stanceTitle(key % STANCES.length), n }));
  draw("timeline", { timeline: rows }, {
    label: `Bars: positions in each of ${many(ISSUES.length, "issue")}, a row for each stance.`,
    empty: rows.length ? "" : "No position is left by these filters.",
    change: (spec, width) => {
      spec.spec.width = Math.max(width - 125, ISSUES.length * 9, 180);
      const wide = spec.spec.width / ISSUES.length > 74;
      spec.spec.encoding.x.axis.labelAngle = wide ? 0 : -90;
      return spec;
    },
    click: (datum) => datum.at !== undefined && openDrawer(`${STANCES[datum.s].id}, ${ISSUES[datum.at].label}`,
      filtered.filter((i) => col.issue[i] === datum.at && col.stance[i] === datum.s)),
  });
}

// A shift shows if its later half passes the filters.
function shiftsLeft() {
  const left = new Uint8Array(N);
  for (const i of filtered) left[i] = 1;
  const reversals = $("v-reversals").checked;
  return data.shifts.filter(([, after, reversal]) => (!reversals || reversal) && after.some((i) => left[i]));
}

function half(indices) {
  const i = indices[0];
  const stances = [...new Set(indices.map((n) => STANCES[col.stance[n]].id))];
  return el("div", { class: "half" },
    el("p", { class: "when" }, ...stances.map(badge), " ", visible(ISSUES[col.issue[i]].label)),
    el("blockquote", {}, ...markedSentence(i)),
    indices.length > 1 ? el("p", { class: "note" }, `and ${many(indices.length - 1, "more position")}`) : null);
}

function shiftItem([before, after, reversal]) {
  const actor = ACTORS[col.actor[after[0]]], target = TARGETS[col.target[after[0]]];
  const owner = string(col.proposal_by[after[0]]);
  return el("li", {},
    el("p", { class: "claim" }, el("b", {}, visible(actor.name)), " on ", el("b", {}, visible(target.label)),
      owner && owner !== actor.id ? visible(` (proposal of ${nameOf(owner)})`) : null, " ",
      reversal ? el("span", { class: "tag" }, "Reversal") : null,
      el("button", { type: "button", class: "small", onclick: () => openDrawer(`${actor.name} on ${target.label}`, [...before, ...after]) },
        "Read both")),
    el("div", { class: "halves" }, half(before), el("span", { class: "arrow", "aria-label": "then" }, "→"), half(after)));
}

function drawShifts() {
  const list = shiftsLeft();
  $("v-note").textContent = data.shifts.length
    ? `${many(list.length, "shift")}${list.length < data.shifts.length ? ` of ${number(data.shifts.length)}` : ""}, ${number(list.filter((s) => s[2]).length)} of them reversals.`
    : "";
  $("v-shifts").replaceChildren(...(list.length ? list.slice(0, shiftsShown).map(shiftItem)
    : [el("li", { class: "nothing" }, ISSUES.length < 2
      ? "There is only one issue: a shift needs two." : "No actor changed its stance here.")]));
  $("v-more").hidden = list.length <= shiftsShown;
  $("v-more").textContent = `Show more (${number(Math.max(list.length - shiftsShown, 0))} left)`;
}

function watchMoved() {
  $("v-reversals").addEventListener("change", () => { shiftsShown = SHIFTS_PART; drawShifts(); });
  $("v-more").addEventListener("click", () => { shiftsShown += 4 * SHIFTS_PART; drawShifts(); });
}
