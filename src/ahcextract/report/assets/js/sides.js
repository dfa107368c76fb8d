// Who sides with whom: network, matrix and lists, for all issues or one.
const NODES = 60, ROWS = 40;
let sidesIssue = null;

function sidesChoice() {
  const topics = chosen.topic
    ? new Set(filteredByTopic().map((i) => col.target[i])) : null;
  return { issue: sidesIssue, actors: groupHas(chosen.group),
    targets: topics && TARGETS.map((_, n) => topics.has(n)) };
}

function filteredByTopic() {
  const wanted = data.topics.map((list) => list.includes(chosen.topic));
  return Array.from({ length: N }, (_, i) => i).filter((i) => wanted[col.topics[i]]);
}

const mean = (pair) => pair.weight / pair.shared;
const code = (n) => visible(ACTORS[n].id);

function mostShared(pairs, limit) {
  const shared = new Map();
  for (const pair of pairs) for (const actor of [pair.a, pair.b]) shared.set(actor, (shared.get(actor) ?? 0) + pair.shared);
  return new Set([...shared.keys()].sort((a, b) => shared.get(b) - shared.get(a) || a - b).slice(0, limit));
}

function drawSides() {
  const all = agreementOver(sidesChoice());
  // One issue holds few questions: there one shared question is enough.
  const minimum = sidesIssue === null ? data.minimum : 1;
  const pairs = all.filter((pair) => pair.shared >= minimum);
  const nothing = pairs.length ? "" : all.length
    ? `No two actors share ${many(minimum, "question")} here.`
    : "No two of these actors took a side on the same question here.";
  $("s-note").textContent = pairs.length
    ? `${many(pairs.length, "pair")} of actors share at least ${many(minimum, "question")}`
      + (sidesIssue === null ? "." : " in this issue. The actors keep the places and blocs they have over all issues.")
    : "";
  drawNetwork(pairs, nothing);
  drawAgreement(pairs, nothing);
  listPairs(pairs);
}

function drawNetwork(pairs, nothing) {
  const small = innerWidth < 640;
  const nodes = mostShared(pairs, small ? NODES / 2 : NODES);
  const inside = worthDrawing(pairs.filter((pair) => nodes.has(pair.a) && nodes.has(pair.b)));
  draw("network", {
    nodes: [...nodes].sort((a, b) => a - b).filter((n) => ACTORS[n].place).map((n) => ({ index: n, id: code(n),
      name: visible(ACTORS[n].name), bloc: ACTORS[n].bloc >= 0 && ACTORS[n].bloc < 5 ? BLOC(ACTORS[n].bloc) : "other",
      x: ACTORS[n].place[0], y: ACTORS[n].place[1] })),
    edges: inside.map((pair) => ({ pa: pair.a, pb: pair.b, x: ACTORS[pair.a].place[0],
      y: ACTORS[pair.a].place[1], x2: ACTORS[pair.b].place[0], y2: ACTORS[pair.b].place[1],
      kind: mean(pair) > 0 ? "agreement" : "disagreement", size: Math.abs(mean(pair)),
      shared: pair.shared, pair: `${code(pair.a)} and ${code(pair.b)}` })),
  }, {
    label: `Network of ${many(nodes.size, "actor")}: whole lines join those that agree, broken lines those that disagree. The lists below say who.`,
    empty: nothing,
    // Narrower than this, names would lie on each other: a phone scrolls sideways instead.
    change: (spec, width) => Object.assign(fitted(1240)(spec, Math.max(width, 640)), small ? { height: 460 } : {}),
    click: (datum) => {
      if (datum.pa !== undefined) openPair(datum.pa, datum.pb);
      else if (datum.index !== undefined) setFilter({ actor: ACTORS[datum.index].name });
    },
  });
}

function drawAgreement(pairs, nothing) {
  const chosenActors = mostShared(pairs, ROWS);
  const rows = pairs.filter((pair) => chosenActors.has(pair.a) && chosenActors.has(pair.b))
    .flatMap((pair) => [[pair.a, pair.b], [pair.b, pair.a]].map(([a, b]) => ({ pa: a, pb: b,
      a: code(a), b: code(b), ar: a, br: b, value: mean(pair), shared: pair.shared,
      sign: mean(pair) >= 0.25 ? "+" : mean(pair) <= -0.25 ? "−" : "" })));
  draw("agreement", { agreement: rows }, {
    label: `Matrix of agreement between ${many(chosenActors.size, "actor")}; the lists above name the extremes.`,
    empty: nothing,
    click: (datum) => datum.pa !== undefined && openPair(datum.pa, datum.pb),
  });
}

function openPair(a, b) {
  const pair = agreementOver(sidesChoice()).find((one) => one.a === Math.min(a, b) && one.b === Math.max(a, b));
  if (!pair) return;
  const targets = new Set(pair.items.map((item) => data.marks.target[item]));
  const indices = [];
  for (let i = 0; i < N; i += 1) {
    if ((col.actor[i] === a || col.actor[i] === b) && targets.has(col.target[i])
      && STANCES[col.stance[i]].id !== "neutral" && (sidesIssue === null || col.issue[i] === sidesIssue)) indices.push(i);
  }
  indices.sort((x, y) => col.target[x] - col.target[y] || x - y);
  openDrawer(`${ACTORS[a].name} and ${ACTORS[b].name}`, indices,
    `Agree on ${pair.agree} and disagree on ${pair.disagree} of ${many(pair.shared, "shared question")}; agreement ${signed(mean(pair))}. What both said on them:`);
}

const signed = (value) => (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value).toFixed(2);

function listPairs(pairs) {
  const order = [...pairs].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const item = (pair) => el("li", {}, el("button", { type: "button", onclick: () => openPair(pair.a, pair.b) },
    visible(`${ACTORS[pair.a].name} – ${ACTORS[pair.b].name}`)),
  el("span", { class: "num" }, `${signed(mean(pair))} over ${pair.shared}`));
  const fill = (id, list) => $(id).replaceChildren(...(list.length ? list.map(item)
    : [el("li", { class: "nothing" }, "none")]));
  fill("s-close", order.filter((pair) => pair.weight > 0).slice(0, 8));
  fill("s-apart", order.filter((pair) => pair.weight < 0).slice(-8).reverse());
}

function listBlocs() {
  $("s-blocs").replaceChildren(...(data.blocs.length ? data.blocs.flatMap((members, n) => [
    el("dt", {}, el("button", { type: "button", onclick: () => setFilter({ group: `bloc:${n}` }) },
      `Bloc ${BLOC(n)}`), ` ${many(members.length, "actor")}`),
    el("dd", {}, visible([...members].map((m) => ACTORS[m].name).sort((a, b) => a.localeCompare(b, "en")).join(", ")))])
    : [el("dd", { class: "nothing" }, "Too little is shared for blocs to show.")]));
}

function watchSides() {
  const slider = $("s-issue");
  slider.max = ISSUES.length;
  const show = () => {
    sidesIssue = Number(slider.value) ? Number(slider.value) - 1 : null;
    const name = sidesIssue === null ? "all issues" : visible(ISSUES[sidesIssue].label);
    $("s-issue-name").textContent = name;
    slider.setAttribute("aria-valuetext", name);
  };
  slider.addEventListener("input", show);
  slider.addEventListener("input", debounce(120, drawSides));
  show();
  listBlocs();
}
