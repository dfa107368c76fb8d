// One choice of filters for the whole page, kept in the address as #?actor=…&stance=….
const TYPES = { state: "States", group: "Groups", organization: "Organizations", chair: "The Chair",
  collective: "Unnamed groups" };
const BLOC = (n) => (n < 0 ? "none" : n < 26 ? String.fromCharCode(65 + n) : `B${n}`);
const chosen = { stances: new Set(STANCES.map((s) => s.id)), actor: "", group: "", target: "",
  topic: "", from: 0, to: Math.max(ISSUES.length - 1, 0), text: "" };
const fold = (text) => text.normalize("NFC").toLocaleLowerCase("en").trim();

let sentencesFolded = null;
function sentenceHas(n, words) {
  sentencesFolded ??= data.sentences.map((s) => fold(s[0]));
  return words.every((word) => sentencesFolded[n].includes(word));
}

// Which entries a typed name stands for: the one of that name if there is one, else all that hold it.
function named(entries, typed, names) {
  const wanted = fold(typed);
  if (!wanted) return null;
  const exact = entries.map((entry) => names(entry).some((name) => fold(name) === wanted));
  return exact.some(Boolean) ? exact
    : entries.map((entry) => names(entry).some((name) => fold(name).includes(wanted)));
}

const WHOLE = " and its paragraphs";
function targetsChosen() {
  const typed = chosen.target;
  if (typed.endsWith(WHOLE)) {
    const name = typed.slice(0, -WHOLE.length);
    return TARGETS.map((target) => TARGETS[target.whole].label === name);
  }
  return named(TARGETS, typed, (target) => [target.label, target.id]);
}

function groupHas(group) {
  if (!group) return null;
  const [kind, value] = group.split(":");
  return ACTORS.map((actor) => kind === "type" ? actor.type === value
    : kind === "bloc" ? actor.bloc === Number(value) : actor.regions.includes(Number(value)));
}

function select() {
  const actors = named(ACTORS, chosen.actor, (actor) => [actor.name, actor.id]);
  const group = groupHas(chosen.group);
  const targets = targetsChosen();
  const topics = chosen.topic ? data.topics.map((list) => list.includes(chosen.topic)) : null;
  const stances = STANCES.map((s) => chosen.stances.has(s.id));
  const words = fold(chosen.text).split(/\s+/).filter(Boolean);
  const found = words.length ? data.sentences.map((_, n) => sentenceHas(n, words)) : null;
  const out = [];
  for (let i = 0; i < N; i += 1) {
    if (stances[col.stance[i]] && col.issue[i] >= chosen.from && col.issue[i] <= chosen.to
      && (!actors || actors[col.actor[i]]) && (!group || group[col.actor[i]])
      && (!targets || targets[col.target[i]]) && (!topics || topics[col.topics[i]])
      && (!found || found[col.sentence[i]])) out.push(i);
  }
  return out;
}

const listeners = [];
let filtered = [];
function applyFilters({ write = true } = {}) {
  filtered = select();
  $("f-count").textContent = filtered.length === N ? `All ${many(N, "position")}`
    : `${number(filtered.length)} of ${many(N, "position")}`;
  $("f-reset").disabled = !describeFilters().toString();
  if (write) writeAddress();
  for (const listener of listeners) listener();
}

function describeFilters() {
  const out = new URLSearchParams();
  for (const name of ["actor", "group", "target", "topic", "text"]) if (chosen[name]) out.set(name, chosen[name]);
  if (chosen.stances.size < STANCES.length) out.set("stance", [...chosen.stances].join(","));
  if (chosen.from > 0) out.set("from", ISSUES[chosen.from].label);
  if (chosen.to < ISSUES.length - 1) out.set("to", ISSUES[chosen.to].label);
  return out;
}

function writeAddress() {
  const text = describeFilters().toString();
  const hash = text ? `#?${text}` : location.pathname;
  // Some browsers refuse this on a file; the page works without.
  try { history.replaceState(null, "", hash); } catch { /* address stays as it is */ }
}

function readFilters(parameters) {
  const get = (name) => parameters.get(name) ?? "";
  const issue = (name, other) => {
    const at = ISSUES.findIndex((one) => one.label === get(name));
    return at < 0 ? other : at;
  };
  for (const name of ["actor", "group", "target", "topic", "text"]) chosen[name] = get(name);
  const one = ACTORS.find((actor) => actor.id === chosen.actor);
  if (one) chosen.actor = one.name;
  const stances = get("stance").split(",").filter((id) => STANCES.some((s) => s.id === id));
  chosen.stances = new Set(stances.length ? stances : STANCES.map((s) => s.id));
  chosen.from = issue("from", 0);
  chosen.to = issue("to", ISSUES.length - 1);
  showFilters();
}

function showFilters() {
  for (const name of ["actor", "group", "target", "topic", "text", "from", "to"]) {
    $(`f-${name}`).value = chosen[name];
  }
  for (const box of $("f-stances").querySelectorAll("input")) box.checked = chosen.stances.has(box.value);
}

function setFilter(changes) {
  Object.assign(chosen, changes);
  showFilters();
  applyFilters();
}

function fillFilters() {
  $("f-stances").append(...STANCES.map(({ id }) => el("label", { class: `chip b-${id}` },
    el("input", { type: "checkbox", value: id, checked: true }), glyph(id), id)));
  const types = [...new Set(ACTORS.map((actor) => actor.type))];
  options($("f-group"), [["", "all"], ...types.map((type) => [`type:${type}`, TYPES[type]]),
    ...data.regions.map(([, name], n) => [`region:${n}`, name])
      .filter((_, n) => ACTORS.some((actor) => actor.regions.includes(n))),
    ...data.blocs.map((_, n) => [`bloc:${n}`, `Bloc ${BLOC(n)}`])]);
  const topics = [...new Set(data.topics.flat())].sort();
  options($("f-topic"), [["", "all"], ...topics.map((topic) => [topic, topic.replaceAll("-", " ")])]);
  const issues = ISSUES.map((issue, n) => [n, issue.label]);
  options($("f-from"), issues);
  options($("f-to"), issues);
  const names = ACTORS.map((actor) => actor.name).sort((a, b) => a.localeCompare(b, "en"));
  $("l-actor").append(...names.map((name) => el("option", { value: name })));
  const wholes = new Set(TARGETS.filter((t, n) => t.whole !== n).map((t) => t.whole));
  $("l-target").append(...TARGETS.flatMap((target, n) => [
    ...(target.rank >= 0 ? [el("option", { value: target.label })] : []),
    ...(wholes.has(n) ? [el("option", { value: target.label + WHOLE })] : [])]));
}

function watchFilters() {
  const form = $("filters");
  const read = () => {
    for (const name of ["actor", "group", "target", "topic", "text"]) chosen[name] = $(`f-${name}`).value;
    chosen.from = Number($("f-from").value);
    chosen.to = Number($("f-to").value);
    if (chosen.from > chosen.to) [chosen.from, chosen.to] = [chosen.to, chosen.from];
    chosen.stances = new Set([...$("f-stances").querySelectorAll("input:checked")].map((box) => box.value));
    applyFilters();
  };
  form.addEventListener("input", debounce(160, read));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    readFilters(new URLSearchParams());
    applyFilters();
  });
}
