// The sentences behind a claim, in a drawer at the side.
const PART = 40;

// Cuts a text at code-point offsets: [[text, classes], …].
function cut(text, spans) {
  const points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : text;
  const piece = (a, b) => (typeof points === "string" ? points.slice(a, b) : points.slice(a, b).join(""));
  const inside = spans.filter(([, range]) => range && range[0] >= 0 && range[1] <= points.length);
  const edges = [...new Set([0, points.length, ...inside.flatMap(([, range]) => range)])].sort((a, b) => a - b);
  return edges.slice(1).map((end, n) => [piece(edges[n], end),
    inside.filter(([, [a, b]]) => a <= edges[n] && end <= b).map(([name]) => name)]);
}

function markedSentence(i) {
  const spans = ["actor", "cue", "target"].map((name) => [name, span(i, name)]);
  return cut(sentence(i)[0], spans).map(([text, names]) => (names.length
    ? el("mark", { class: names.map((name) => `m-${name}`).join(" ") }, visible(text))
    : visible(text)));
}

function issueText(i) {
  const issue = ISSUES[col.issue[i]];
  const name = issue.number === 0 ? "preface" : `issue ${issue.number}`;
  return [visible(data.documents[sentence(i)[1]]), name, issue.title && `“${visible(issue.title)}”`,
    issue.date && longDate(issue.date)].filter(Boolean).join(", ");
}

function citation(i) {
  const r = record(i);
  return `“${visible(r.evidence)}” (${issueText(i)}). ${visible(r.actor_name)}: ${r.stance}, `
    + `${ownerOf(i) ?? ""}${TARGETS[col.target[i]].label}. Read by ahcextract, rule ${r.rule}, confidence `
    + `${r.confidence}, record ${r.id}.`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = el("textarea", { class: "off" });
    box.value = text;
    $("drawer").append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  toast("Copied");
}

function contextOf(i) {
  const [evidence, document, start, end] = sentence(i);
  const text = data.texts[data.documents[document]];
  if (text) {
    const points = Array.from(text);
    const around = (a, b) => visible(points.slice(Math.max(a, 0), b).join(""));
    return el("details", { class: "context" }, el("summary", {}, "In its context"),
      el("p", {}, "… ", around(start - 500, start), el("b", {}, visible(evidence)), around(end, end + 500), " …"));
  }
  const carried = span(i, "context");
  if (!carried) return null;
  const from = start + carried[0];
  const other = data.sentences.find((s) => s[1] === document && s[2] <= from && from < s[3]);
  return other && other[2] !== start
    ? el("p", { class: "carried" }, "Carried over from: ", el("q", {}, visible(other[0]))) : null;
}

function details(i) {
  const r = record(i);
  const rows = [["Issue", issueText(i)], ["Point", r.point], ["Proposal of", r.proposal_by && nameOf(r.proposal_by)],
    ["Spoken by", r.spoken_by && nameOf(r.spoken_by)], ["On behalf of", r.on_behalf_of], ["How many", r.count],
    ["Topics", r.topics.map((topic) => topic.replaceAll("-", " ")).join(", ")],
    ["Rule", r.rule], ["Confidence", r.confidence.toFixed(2)],
    ["Place", `characters ${number(r.evidence_start)} to ${number(r.evidence_end)}`]];
  return el("dl", {}, ...rows.filter(([, value]) => value !== null && value !== "")
    .flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, visible(value))]));
}

const nameOf = (id) => ACTORS.find((actor) => actor.id === id)?.name ?? id;

// "a proposal of Jamaica on", where the stance is on somebody else's proposal.
function ownerOf(i) {
  const owner = string(col.proposal_by[i]);
  return owner && owner !== ACTORS[col.actor[i]].id ? visible(`a proposal of ${nameOf(owner)} on `) : null;
}

function card(i) {
  const missing = ["actor", "target"].filter((name) => {
    const at = span(i, name);
    return !at || at[0] < 0 || at[1] > Array.from(sentence(i)[0]).length;
  });
  return el("article", { class: "card", "data-id": col.id[i] },
    el("p", { class: "claim" }, badge(STANCES[col.stance[i]].id), " ",
      el("b", {}, visible(actorName(i))), " ", STANCES[col.stance[i]].verb, " ", ownerOf(i),
      el("b", {}, visible(TARGETS[col.target[i]].label))),
    el("blockquote", {}, ...markedSentence(i)),
    missing.length ? el("p", { class: "carried" }, `Not named in this sentence: ${missing.join(" and ")}.`) : null,
    contextOf(i), details(i),
    el("p", { class: "actions" },
      el("button", { type: "button", onclick: () => copy(citation(i)) }, "Copy as citation"),
      el("a", { href: `#${encodeURIComponent(col.id[i])}` }, "Link to this position")));
}

let opener = null;
function openDrawer(title, indices, subtitle = "") {
  const drawer = $("drawer"), body = $("drawer-body");
  if (!drawer.open) opener = document.activeElement;
  $("drawer-title").textContent = visible(title);
  $("drawer-sub").textContent = subtitle || many(indices.length, "position");
  body.replaceChildren();
  const more = el("button", { type: "button", class: "more" }, "Show more");
  let shown = 0;
  const add = () => {
    more.before(...indices.slice(shown, shown + PART).map(card));
    shown += PART;
    more.hidden = shown >= indices.length;
  };
  body.append(more);
  more.addEventListener("click", add);
  add();
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  $("drawer-title").focus();
}

function watchDrawer() {
  const drawer = $("drawer");
  $("drawer-close").addEventListener("click", () => drawer.close());
  drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
  drawer.addEventListener("close", () => {
    // A link to one position gives way to the filters when the position is closed.
    if (byId.has(idInAddress())) writeAddress();
    if (opener?.isConnected) opener.focus();
  });
}

function idInAddress() {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); }
}
